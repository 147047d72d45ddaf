package io.eidroutes.simulator.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A check that finds nothing wrong anywhere would prove nothing. */
class AccessibilityTest {

    @Test
    void whenAPageIsBadThenEachFaultIsFound() {
        try (Browser browser = Browser.speaking("ru")) {
            browser.open("data:text/html,<body style='background:white'><h2>a</h2><input name=iin><img src=x><button></button>"
                    + "<p style='color:silver'>pale</p><p tabindex=2 style='width:3000px;color:black'>wide</p>");

            assertThat(browser.accessibilityProblems()).contains("no lang", "no title", "not one h1", "no viewport",
                    "no label: iin", "no alt", "scrolls sideways").anyMatch(problem -> problem.startsWith("contrast"))
                    .anyMatch(problem -> problem.startsWith("no name")).anyMatch(problem -> problem.startsWith("order of focus"));
        }
    }
}
