extension Asset {
    static let css = """
        :root {
          color-scheme: light dark;
          --paper: #faf8f5; --card: #ffffff; --ink: #26211e; --quiet: #6a615a; --line: #e4ddd5;
          --accent: #a03a22; --hover: #f3eee7; --code: #f4f0ea;
          --good: #1c6b3c; --good-back: #e2f3e7; --bad: #a51d1d; --bad-back: #fbe4e1;
          --unsure: #7a4d00; --unsure-back: #fdefcf; --none: #5d5650; --none-back: #efebe6;
          --new: #fdf1cd;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #181513; --card: #211d1a; --ink: #ece6e0; --quiet: #a89e95; --line: #38322d;
            --accent: #f2a58f; --hover: #2a2521; --code: #1b1816;
            --good: #8fdbab; --good-back: #17341f; --bad: #ffaca4; --bad-back: #44191a;
            --unsure: #f4cd7c; --unsure-back: #3d2d0d; --none: #bab0a7; --none-back: #322d29;
            --new: #3a3014;
          }
        }
        * { box-sizing: border-box; }
        body {
          margin: 0; background: var(--paper); color: var(--ink);
          font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
        }
        a { color: var(--accent); text-underline-offset: 2px; }
        :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
        h1 { font-size: 1.35rem; line-height: 1.3; margin: 0; }
        h2 { font-size: 1rem; margin: 0 0 .6rem; }
        code, pre, .headers dd { font-family: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, \
        Consolas, "DejaVu Sans Mono", monospace; font-size: .85rem; }
        .quiet { color: var(--quiet); }
        .unseen {
          position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
          white-space: nowrap;
        }
        .skip { position: absolute; left: -999rem; }
        .skip:focus { left: 1rem; top: .5rem; background: var(--card); padding: .3rem .6rem; z-index: 2; }
        .top {
          display: flex; align-items: center; gap: .8rem; padding: .6rem 1.5rem;
          background: var(--card); border-bottom: 1px solid var(--line);
        }
        .brand {
          display: inline-flex; align-items: center; gap: .5rem; color: inherit; font-weight: 650;
          text-decoration: none; font-size: 1.05rem;
        }
        .where { color: var(--quiet); border-left: 1px solid var(--line); padding-left: .8rem; }
        main { max-width: 84rem; margin: 0 auto; padding: 1.2rem 1.5rem 4rem; }
        .bar { display: flex; align-items: center; gap: 1rem; margin-bottom: 1rem; min-height: 2.2rem; }
        .bar p { margin: 0; }
        .bar .actions { margin-left: auto; display: flex; gap: 1rem; }

        .reset { margin-left: auto; position: relative; }
        .reset summary {
          list-style: none; cursor: pointer; padding: .25rem .7rem; color: var(--quiet);
          border: 1px solid var(--line); border-radius: 6px; background: var(--card);
        }
        .reset summary::-webkit-details-marker { display: none; }
        .reset summary:hover { color: var(--ink); }
        .reset form {
          position: absolute; right: 0; top: 2.5rem; width: 17rem; padding: 1rem; z-index: 2;
          background: var(--card); border: 1px solid var(--line); border-radius: 8px;
          box-shadow: 0 8px 24px #0003;
        }
        .reset form p { margin: 0 0 .8rem; }
        button {
          font: inherit; cursor: pointer; padding: .3rem .8rem; border-radius: 6px;
          border: 1px solid var(--line); background: var(--card); color: var(--ink);
        }
        button:hover { background: var(--hover); }
        .reset button { background: var(--bad-back); color: var(--bad); border-color: currentcolor; }

        .list {
          width: 100%; border-collapse: separate; border-spacing: 0; table-layout: fixed;
          background: var(--card); border: 1px solid var(--line); border-radius: 10px; overflow: hidden;
        }
        .list th {
          text-align: left; font-weight: 500; font-size: .82rem; color: var(--quiet);
          padding: .5rem .9rem; border-bottom: 1px solid var(--line);
        }
        .list td {
          padding: .62rem .9rem; border-bottom: 1px solid var(--line);
          white-space: nowrap; overflow: hidden; text-overflow: ellipsis;
        }
        .list tr:last-child td { border-bottom: 0; }
        .list tbody tr { position: relative; }
        .list tbody tr:hover { background: var(--hover); }
        .list tbody tr:has(a:focus-visible) { outline: 2px solid var(--accent); outline-offset: -2px; }
        .list .subject a { color: inherit; font-weight: 600; text-decoration: none; }
        .list .subject a::after { content: ""; position: absolute; inset: 0; }
        .list .subject a:focus-visible { outline: none; }
        .list th:nth-child(1) { width: 19%; }
        .list th:nth-child(3) { width: 19%; }
        .list th:nth-child(4) { width: 16.5rem; }
        .list th:nth-child(5) { width: 10.5rem; text-align: right; }
        .list .to, .list .time { color: var(--quiet); }
        .list .checks { text-overflow: clip; }
        .list .time { text-align: right; font-variant-numeric: tabular-nums; font-size: .9rem; }
        .list tr.arrived { animation: arrived 3s ease-out; }
        @keyframes arrived { from { background: var(--new); } }
        @media (prefers-reduced-motion: reduce) { .list tr.arrived { animation: none; } }
        .older { text-align: center; margin: 1rem 0; }

        .badge {
          display: inline-block; padding: .05rem .5rem; border-radius: 99px; font-size: .78rem;
          font-weight: 600; line-height: 1.5; border: 1px solid transparent; white-space: nowrap;
        }
        .badge.good { color: var(--good); background: var(--good-back); }
        .badge.bad { color: var(--bad); background: var(--bad-back); }
        .badge.unsure { color: var(--unsure); background: var(--unsure-back); }
        .badge.none { color: var(--none); background: var(--none-back); }
        .badge.missing { color: var(--quiet); border: 1px dashed color-mix(in srgb, currentcolor 50%, transparent); font-weight: 400; }

        .message { display: grid; grid-template-columns: minmax(0, 1fr) 21rem; gap: 1.2rem; align-items: start; }
        article, aside section, .notice, .empty {
          background: var(--card); border: 1px solid var(--line); border-radius: 10px;
        }
        article { padding: 1.2rem 1.4rem 1.4rem; min-width: 0; }
        article h1 { overflow-wrap: anywhere; }
        aside { display: grid; gap: 1.2rem; }
        aside section { padding: 1rem 1.1rem; min-width: 0; }
        dl { margin: 0; }
        dd { margin: 0; overflow-wrap: anywhere; min-width: 0; }
        dt { color: var(--quiet); }
        .fields { margin: .8rem 0 1.2rem; }
        .fields div, .facts div { display: grid; grid-template-columns: 6rem minmax(0, 1fr); gap: .6rem; }
        .facts div { padding: .2rem 0; }
        .facts dt, .facts dd { font-size: .9rem; }

        .tabs { display: flex; gap: .3rem; border-bottom: 1px solid var(--line); margin-bottom: 1rem; }
        .tabs a {
          padding: .4rem .9rem; color: var(--quiet); text-decoration: none;
          border-bottom: 2px solid transparent; margin-bottom: -1px; border-radius: 6px 6px 0 0;
        }
        .tabs a:hover { background: var(--hover); color: var(--ink); }
        .tabs a[aria-current] { color: var(--ink); font-weight: 600; border-bottom-color: var(--accent); }
        .note {
          background: var(--unsure-back); color: var(--unsure); padding: .5rem .8rem; border-radius: 6px;
          margin: 0 0 1rem;
        }
        iframe.html {
          display: block; width: 100%; height: 34rem; min-height: 12rem; resize: vertical; overflow: auto;
          border: 1px solid var(--line); border-radius: 6px; background: #fff; color-scheme: light;
        }
        .beneath { margin: .5rem 0 0; font-size: .85rem; }
        pre { margin: 0; overflow: auto; }
        pre.text { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .92rem; line-height: 1.6; }
        pre.source {
          background: var(--code); border: 1px solid var(--line); border-radius: 6px; padding: .8rem 1rem;
          max-height: 75vh; line-height: 1.5;
        }
        .headers div {
          display: grid; grid-template-columns: 12rem minmax(0, 1fr); gap: 1rem; padding: .35rem 0;
          border-bottom: 1px solid var(--line);
        }
        .headers div:last-child { border-bottom: 0; }
        .headers dt { overflow-wrap: anywhere; }
        .headers dd { white-space: pre-wrap; line-height: 1.6; }

        .verdicts, .attachments { list-style: none; margin: 0; padding: 0; }
        .verdicts li { padding: .7rem 0; border-top: 1px solid var(--line); }
        .verdicts li:first-child { border-top: 0; padding-top: 0; }
        .verdicts li:last-child { padding-bottom: 0; }
        .verdicts p { margin: 0 0 .3rem; font-size: .9rem; overflow-wrap: anywhere; }
        .verdicts p:first-child { display: flex; align-items: center; justify-content: space-between; }
        .verdicts p:last-child { margin-bottom: 0; }
        .trace { margin-top: .7rem; font-size: .85rem; }
        .trace summary { cursor: pointer; }
        .trace ol { list-style: none; margin: .5rem 0 0; padding: 0; }
        .trace li { overflow-wrap: anywhere; padding: .1rem 0; }
        .trace .depth1 { margin-left: .8rem; }
        .trace .depth2 { margin-left: 1.6rem; }
        .trace .depth3 { margin-left: 2.4rem; }
        .trace .depth4 { margin-left: 3.2rem; }
        .trace .depth5, .trace .depth6 { margin-left: 4rem; }
        .fact span { color: var(--quiet); }
        .attachments li { padding: .25rem 0; overflow-wrap: anywhere; }
        .attachments .quiet { display: block; font-size: .85rem; }

        .empty { max-width: 52rem; margin: 0 auto; padding: 2rem 2.2rem 2.2rem; }
        .empty h1 { font-size: 1.6rem; }
        .empty .lead { font-size: 1.05rem; margin: .5rem 0 1.6rem; color: var(--quiet); }
        .empty .facts div { grid-template-columns: 9rem minmax(0, 1fr); }
        .empty h2 { margin: 1.5rem 0 .5rem; }
        .code { position: relative; }
        .code pre {
          background: var(--code); border: 1px solid var(--line); border-radius: 8px;
          padding: .9rem 1rem; line-height: 1.55;
        }
        .code button { position: absolute; right: .5rem; top: .5rem; font-size: .82rem; padding: .1rem .6rem; }
        .notice { max-width: 34rem; margin: 3rem auto; padding: 1.6rem 2rem; border-top: 4px solid var(--bad); }
        .notice.good { border-top-color: var(--good); }

        @media (max-width: 60rem) {
          .message { grid-template-columns: minmax(0, 1fr); }
          .list .to, .list th:nth-child(3) { display: none; }
          .list th:nth-child(1) { width: 25%; }
        }
        @media (max-width: 44rem) {
          main { padding: 1rem .8rem 3rem; }
          .top { padding: .6rem .8rem; }
          .list, .list tbody, .list tr { display: block; }
          .list thead { display: none; }
          .list tbody tr { padding: .55rem .9rem; border-bottom: 1px solid var(--line); }
          .list tbody tr:last-child { border-bottom: 0; }
          .list td { display: block; padding: .1rem 0; border: 0; text-align: left !important; }
          .list .from, .list .time { color: var(--quiet); font-size: .9rem; }
          article, .empty { padding: 1rem; }
          .headers div { grid-template-columns: minmax(0, 1fr); gap: 0; }
        }

        """
}
