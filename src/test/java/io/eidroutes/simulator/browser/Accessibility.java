package io.eidroutes.simulator.browser;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openqa.selenium.JavascriptExecutor;

/**
 * Checks of WCAG 2.2 that a program can make of a page as it is painted: language, title, one main heading, a name for each
 * control and picture, contrast of text (1.4.3), a width that a phone shows without scrolling sideways (1.4.10).
 */
final class Accessibility {

    private static final String CHECKS = """
            const problems = [];
            const html = document.documentElement;
            if (!html.lang) problems.push('no lang');
            if (!document.title.trim()) problems.push('no title');
            if (document.querySelectorAll('h1').length !== 1) problems.push('not one h1');
            if (!document.querySelector('meta[name=viewport]')) problems.push('no viewport');
            if (html.scrollWidth > html.clientWidth + 1) problems.push('scrolls sideways');
            for (const field of document.querySelectorAll('input:not([type=hidden]):not([type=submit]),select,textarea'))
              if (!field.labels.length && !field.getAttribute('aria-label')) problems.push('no label: ' + field.name);
            for (const control of document.querySelectorAll('button,a[href],summary'))
              if (!control.textContent.trim() && !control.getAttribute('aria-label')) problems.push('no name: ' + control.outerHTML);
            for (const image of document.querySelectorAll('img')) if (!image.hasAttribute('alt')) problems.push('no alt');
            for (const element of document.querySelectorAll('[tabindex]'))
              if (element.tabIndex > 0) problems.push('order of focus: ' + element.outerHTML);
            const numbers = color => color.match(/[\\d.]+/g).map(Number);
            const luminance = rgb => rgb.slice(0, 3).map(c => c / 255)
              .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
              .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
            const behind = element => {
              for (let e = element; e; e = e.parentElement) {
                const rgb = numbers(getComputedStyle(e).backgroundColor);
                if (rgb.length < 4 || rgb[3] > 0) return rgb;
              }
              return [255, 255, 255];
            };
            for (const element of document.body.querySelectorAll('*')) {
              const own = [...element.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
              if (!own || !element.checkVisibility()) continue;
              const style = getComputedStyle(element);
              const pair = [luminance(numbers(style.color)), luminance(behind(element))].sort((a, b) => b - a);
              const ratio = (pair[0] + 0.05) / (pair[1] + 0.05);
              const size = parseFloat(style.fontSize);
              const large = size >= 24 || size >= 18.66 && Number(style.fontWeight) >= 700;
              if (ratio < (large ? 3 : 4.5)) problems.push('contrast ' + ratio.toFixed(2) + ': ' + element.textContent.trim());
            }
            return problems;
            """;

    private Accessibility() {
    }

    static List<String> problems(JavascriptExecutor page) {
        return Stream.of(page.executeScript(CHECKS)).flatMap(all -> ((List<?>) all).stream())
                .map(String::valueOf).collect(Collectors.toList());
    }
}
