package io.seedhouse.paygate.sandbox.page;

/** What every page of the sandbox shares: it says that no money moves. */
final class PageFrame {
    private static final String FRAME =
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>%s</title>
            <style>
            :root{color-scheme:light dark;--paper:light-dark(#faf8f4,#131211);--sheet:light-dark(#fff,#1c1a18);--ink:light-dark(#1b1815,#f2ede4);--ink-2:light-dark(#5d564d,#b3aa9c);--line:light-dark(#8f877a,#7d756a);--bad:light-dark(#a3220f,#ff9d8c);--focus:light-dark(#0b57d0,#8ab4f8)}
            *{box-sizing:border-box}
            body{margin:0;min-height:100vh;display:grid;place-items:center;padding:1rem;background:var(--paper);color:var(--ink);font:400 1rem/1.55 ui-sans-serif,system-ui,sans-serif}
            main{width:100%%;max-width:26rem;padding:clamp(1.25rem,5vw,2.25rem);background:var(--sheet);border-radius:.875rem;box-shadow:0 .5rem 2rem -1rem rgb(0 0 0/.4)}
            h1{margin:0;font:500 1.5rem/1.2 ui-serif,Georgia,serif;overflow-wrap:anywhere}
            ul{margin:0;padding-left:1.25rem;overflow-wrap:anywhere}
            .with{margin:.5rem 0 0;color:var(--ink-2)}
            .amount{margin:.5rem 0 1.5rem;font-size:1.5rem;font-variant-numeric:tabular-nums}
            .sandbox{margin:0 0 1.5rem;padding:.75rem 1rem;background:#f0b64a;color:#231700;border-radius:.5rem}
            .card{white-space:nowrap}
            .bad{margin:0 0 1rem;color:var(--bad);font-weight:600}
            label{display:block;margin:0 0 .25rem;font-weight:600}
            input{width:100%%;min-height:2.75rem;margin:0 0 1rem;padding:.5rem .75rem;font:inherit;font-variant-numeric:tabular-nums;color:inherit;background:transparent;border:1px solid var(--line);border-radius:.5rem}
            .pair{display:grid;grid-template-columns:1fr 1fr;gap:1rem}
            button{width:100%%;min-height:3rem;font:inherit;font-weight:600;color:#231700;background:#f0b64a;border:0;border-radius:.5rem;cursor:pointer}
            .second{margin-top:.75rem;color:inherit;background:transparent;border:1px solid var(--line)}
            details{margin:1.25rem 0 0;color:var(--ink-2)}
            summary{min-height:2.75rem;padding:.5rem 0;cursor:pointer}
            dl{margin:.5rem 0 0}
            dt{font-variant-numeric:tabular-nums;color:var(--ink)}
            dd{margin:0 0 .75rem}
            a{color:inherit}
            .back{margin:1rem 0 0;text-align:center;color:var(--ink-2)}
            :focus-visible{outline:.1875rem solid var(--focus);outline-offset:.1875rem}
            </style>
            </head>
            <body>
            <main>
            <p class="sandbox"><strong>Sandbox: no money moves.</strong>%s</p>
            %s
            </main>
            </body>
            </html>
            """;

    private PageFrame() {}

    /**
     * @param title plain text without markup
     * @param content HTML
     */
    static String around(String title, String content) {
        return around(title, "", content);
    }

    /**
     * @param hint HTML that goes with the words about the sandbox
     */
    static String around(String title, String hint, String content) {
        return FRAME.formatted(title, hint, content);
    }
}
