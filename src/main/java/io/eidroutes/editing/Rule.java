package io.eidroutes.editing;

/** What must hold for the route files. */
interface Rule {

    void check(RouteFiles files, Mistakes found);
}
