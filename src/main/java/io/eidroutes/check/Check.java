package io.eidroutes.check;

/** A part of what {@code --check} looks at. It changes nothing, and takes seconds at most. */
interface Check {

    void look(CheckedSettings settings, Findings findings);
}
