/// The look of the page, in light and dark, on paper as well.
enum ReportStyle {
    static let sheet: HTMLText = """
        :root {
          color-scheme: light dark;
          --ground: #fff; --text: #1b1f24; --faint: #59636e; --line: #d9dee3; --raised: #f6f8fa;
          --good: #1a7f37; --bad: #cf222e; --unsure: #9a6700; --quiet: #8c959f; --other: #8250df;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --ground: #0f1318; --text: #e6e9ed; --faint: #9aa4af; --line: #2d343c; --raised: #171c22;
            --good: #3fb950; --bad: #f85149; --unsure: #d29922; --quiet: #6e7681; --other: #a371f7;
          }
        }
        * { box-sizing: border-box; }
        body {
          margin: 0 auto; max-width: 72rem; padding: 1.5rem 1.25rem 3rem; background: var(--ground);
          color: var(--text); font: 15px/1.5 system-ui, sans-serif;
        }
        h1 { font-size: 1.5rem; margin: 0 0 .25rem; }
        h2 { font-size: 1.2rem; margin: 2.5rem 0 .25rem; overflow-wrap: anywhere; }
        p { margin: 0 0 .75rem; }
        .faint { color: var(--faint); }
        .good { color: var(--good); } .bad { color: var(--bad); } .unsure { color: var(--unsure); }
        .fill-good { fill: var(--good); } .fill-bad { fill: var(--bad); }
        .fill-unsure { fill: var(--unsure); } .fill-quiet { fill: var(--quiet); }
        .fill-other { fill: var(--other); }
        .charts { display: flex; flex-wrap: wrap; gap: 1rem; margin: .75rem 0 1rem; }
        figure {
          margin: 0; padding: .75rem 1rem; background: var(--raised); border: 1px solid var(--line);
          border-radius: 8px;
        }
        figure.wide { flex: 1 1 100%; min-width: 0; overflow-x: auto; }
        svg.days { width: 100%; min-width: 38rem; height: auto; }
        figcaption { font-weight: 600; margin-bottom: .5rem; }
        figcaption .faint { font-weight: 400; }
        svg { display: block; max-width: 100%; }
        svg text { fill: var(--faint); font: 11px system-ui, sans-serif; }
        svg text.number { fill: var(--text); font-size: 20px; font-weight: 600; }
        svg line { stroke: var(--line); }
        .donut { display: flex; align-items: center; gap: 1rem; }
        .legend { list-style: none; margin: 0; padding: 0; }
        .legend svg { display: inline-block; margin-right: .4rem; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; font-size: 14px; }
        th, td {
          text-align: left; padding: .3rem .7rem .3rem 0; border-bottom: 1px solid var(--line);
          vertical-align: top; white-space: nowrap;
        }
        th { color: var(--faint); font-weight: 600; }
        td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
        td.text { white-space: normal; overflow-wrap: anywhere; min-width: 12rem; }
        td svg { display: inline-block; max-width: none; vertical-align: middle; }
        ul.notes { padding-left: 1.2rem; overflow-wrap: anywhere; }
        @media print { body { max-width: none; padding: 0; } figure { break-inside: avoid; } }
        """
}
