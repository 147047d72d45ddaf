package io.eidroutes.simulator.web;

/** The frame of the stand-ins' pages. */
public final class Html {

    private static final String STYLE = """
            :root{color-scheme:light}
            *{box-sizing:border-box}
            body{margin:0;background:#f3f5f8;color:#1b2430;font:17px/1.5 system-ui,"DejaVu Sans",sans-serif}
            header{background:var(--brand);color:#fff;padding:.8rem 1rem}
            header p{margin:0 auto;max-width:36rem;font-weight:600}
            main{max-width:36rem;margin:1.5rem auto;padding:1.5rem;background:#fff;border-radius:12px;box-shadow:0 1px 4px #0002}
            h1{font-size:1.4rem;margin:0 0 1rem}
            label{display:block;margin:.8rem 0 .2rem;font-weight:600}
            label.inline{font-weight:400}
            input[type=text],select{width:100%;font:inherit;padding:.6rem;border:1px solid #66748a;border-radius:8px;background:#fff}
            button,.button{display:inline-block;font:inherit;font-weight:600;margin:1rem .6rem 0 0;padding:.7rem 1.2rem;border:2px solid var(--brand);
             border-radius:8px;background:var(--brand);color:#fff;text-decoration:none;cursor:pointer}
            button.quiet,.button.quiet{background:#fff;color:var(--brand)}
            a:not(.button){color:var(--brand);display:inline-block;padding:.3rem 0}
            :focus-visible{outline:3px solid #d97706;outline-offset:2px}
            .alert{border-left:4px solid #b42318;background:#fef3f2;padding:.8rem 1rem;margin:0 0 1rem}
            .note{color:#465366;font-size:.9rem}
            .camera{width:11rem;height:14rem;margin:1rem auto;border:3px dashed #66748a;border-radius:50%;display:grid;place-items:center}
            details{margin-top:1rem}
            table{border-collapse:collapse;width:100%}
            th,td{text-align:left;vertical-align:top;padding:.4rem .6rem .4rem 0;border-bottom:1px solid #dde3ea}
            td{overflow-wrap:anywhere}
            pre{background:#f3f5f8;padding:1rem;border-radius:8px;overflow:auto;font-size:.8rem}
            @media(max-width:30rem){main{margin:0;padding:1.25rem 1rem;border-radius:0;box-shadow:none}body{background:#fff}
             button,.button{width:100%;margin-right:0;text-align:center}}
            """;

    private Html() {
    }

    /**
     * A page.
     *
     * @param language of the page, as in {@code ru}
     * @param brand    a CSS colour, dark enough for white text on it
     * @param site     who speaks
     * @param head     more of the head, already HTML
     * @param main     already HTML
     */
    public static String page(String language, String brand, String site, String title, String head, String main) {
        return """
                <!doctype html>
                <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>%s<style>:root{--brand:%s}
                %s</style></head>
                <body><header><p>%s</p></header><main><h1>%s</h1>%s</main></body></html>
                """.formatted(language, escape(title), head, brand, STYLE, escape(site), escape(title), main);
    }

    /** Text as HTML, in attributes too. */
    public static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }
}
