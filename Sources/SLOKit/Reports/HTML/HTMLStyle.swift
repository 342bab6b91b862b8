/// The style sheet of the HTML report.
///
/// Every text has a contrast of at least 4.5 to its background, in light and in dark (WCAG 2.2,
/// 1.4.3). A page that is printed is light.
enum HTMLStyle {
  static let text: StaticString = """
    :root {
      color-scheme: light dark;
      --page: #ffffff; --card: #ffffff; --shade: #f5f6f8; --line: #dde1e6; --text: #1c2128;
      --muted: #59636e; --link: #0b57c2;
      --green: #136b2d; --yellow: #855400; --red: #b3261e; --na: #59636e; --info: #0b57c2;
      --green-tint: #e3f4e7; --yellow-tint: #fcf0d6; --red-tint: #fde7e5; --na-tint: #eceff2;
      --info-tint: #e5effc;
      --s1: #0b57c2; --s2: #8a3ffc; --s3: #00727a; --s4: #a2461c; --before: #8b949e;
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --page: #0e1116; --card: #151a21; --shade: #1b2129; --line: #303843; --text: #e7ebf0;
        --muted: #9fabb8; --link: #7db4ff;
        --green: #5fcf80; --yellow: #e9b44c; --red: #ff8a80; --na: #a9b4c0; --info: #7db4ff;
        --green-tint: #14301d; --yellow-tint: #35290f; --red-tint: #3d1a18; --na-tint: #252c35;
        --info-tint: #14284a;
        --s1: #7db4ff; --s2: #c3a1ff; --s3: #4fd1cf; --s4: #f2a27b; --before: #76818d;
      }
    }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; }
    body {
      margin: 0; background: var(--page); color: var(--text);
      font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial,
        sans-serif;
      font-variant-numeric: tabular-nums; overflow-wrap: anywhere;
    }
    body > * { max-width: 1120px; margin: 0 auto; padding: 0 24px; }
    h1, h2, h3, p, ul, dl, dd, figure { margin: 0; }
    a { color: var(--link); text-underline-offset: 2px; }
    a:focus-visible, summary:focus-visible, [tabindex]:focus-visible {
      outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px;
    }
    code, pre {
      font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
      font-size: 13px;
    }
    .muted, .note { color: var(--muted); }
    section { margin-top: 40px; }
    h2 { font-size: 18px; line-height: 1.3; font-weight: 650; margin-bottom: 12px; }

    .verdict { margin-top: 32px; }
    .verdict > * { padding-left: 20px; border-left: 4px solid var(--tone); }
    .verdict.proceed { --tone: var(--green); --tint: var(--green-tint); }
    .verdict.hold { --tone: var(--yellow); --tint: var(--yellow-tint); }
    .verdict.rollback { --tone: var(--red); --tint: var(--red-tint); }
    .kicker { color: var(--muted); font-size: 14px; }
    h1 { font-size: 32px; line-height: 1.25; font-weight: 700; letter-spacing: -0.015em;
      color: var(--tone); padding-top: 2px; }
    h1 .sign { display: inline-block; min-width: 1em; margin-right: 0.15em; text-align: center; }
    .reason { font-size: 18px; line-height: 1.45; padding-top: 6px; max-width: 52em; text-wrap: pretty; }
    .verdict h2 { font-size: 13px; color: var(--muted); font-weight: 600; margin: 0;
      padding-top: 14px; }
    .verdict .next { padding-left: 38px; }
    .next li { padding-left: 2px; }

    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; }
    th, td { text-align: left; vertical-align: top; padding: 9px 16px 9px 0; font-weight: 400; }
    th:last-child, td:last-child { padding-right: 0; }
    thead th, thead td { color: var(--muted); font-size: 13px; padding-top: 0; padding-bottom: 6px;
      border-bottom: 1px solid var(--line); white-space: nowrap; }
    tbody tr, tfoot tr { border-bottom: 1px solid var(--line); }
    tbody th { font-weight: 550; min-width: 9em; }
    tbody th a { color: inherit; text-decoration-color: var(--line); }
    tbody th a:hover { text-decoration-color: currentColor; }
    td.value, span.value { font-weight: 600; white-space: nowrap; }
    td.before { white-space: nowrap; }
    .limits { min-width: 9em; }
    .samples, thead th:last-child { white-space: nowrap; }
    .objectives .samples, .objectives thead th:last-child { text-align: right; color: var(--muted); }
    .note { font-size: 13px; font-weight: 400; }
    section > .note { margin: -6px 0 12px; }
    .matrix td .value { display: inline-block; font-weight: 400; font-size: 14px; margin-left: 6px; }
    .matrix td { white-space: nowrap; }
    tfoot th, tfoot td { font-weight: 650; }
    td.proceed, td.green { color: var(--green); } td.hold, td.yellow { color: var(--yellow); }
    td.rollback, td.red { color: var(--red); }
    .conditions td:first-child { width: 7em; }
    .conditions { width: auto; min-width: min(100%, 40em); }
    .conditions th, .conditions td { padding-right: 32px; }
    .conditions td { overflow-wrap: normal; }

    .status, .tag { display: inline-block; border-radius: 999px; white-space: nowrap;
      font-size: 13px; line-height: 1.45; padding: 1px 9px; font-weight: 600; }
    .status.green, .tag.proceed { color: var(--green); background: var(--green-tint); }
    .status.yellow, .tag.hold { color: var(--yellow); background: var(--yellow-tint); }
    .status.red, .tag.rollback { color: var(--red); background: var(--red-tint); }
    .status.na { color: var(--na); background: var(--na-tint); }
    .status.info { color: var(--info); background: var(--info-tint); }
    th .tag { font-size: 12px; color: var(--muted); background: var(--na-tint); font-weight: 500;
      padding: 0 7px; }
    h2 .tag { margin-left: 6px; vertical-align: 2px; }

    .cards { display: grid; gap: 20px; align-items: start; grid-template-columns: repeat(auto-fit, minmax(min(100%, 480px), 1fr)); }
    .card { border: 1px solid var(--line); border-radius: 10px; padding: 16px 18px 14px;
      background: var(--card); min-width: 0; scroll-margin-top: 16px; }
    .card:target { border-color: var(--link); }
    .title { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 10px; }
    .title h3 { flex: 1 1 8em; }
    .title > div { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: flex-end;
      gap: 0 8px; }
    .title .muted { font-size: 13px; }
    h3 { font-size: 16px; line-height: 1.35; font-weight: 650; }
    .card > p { font-size: 13px; }
    figure { margin-top: 14px; }
    .chart { display: grid; grid-template-columns: 58px minmax(0, 1fr);
      grid-template-rows: auto 180px 22px; }
    .parts, .scale, .axis { position: relative; font-size: 12px; line-height: 1; color: var(--muted); }
    .parts { grid-column: 2; height: 20px; }
    .scale { grid-area: 2 / 1; } .axis { grid-area: 3 / 2; }
    .parts span { position: absolute; bottom: 3px; padding: 0 3px 3px; overflow: hidden;
      text-overflow: ellipsis; white-space: nowrap; border-bottom: 2px solid; }
    .parts .green { color: var(--green); } .parts .yellow { color: var(--yellow); }
    .parts .red { color: var(--red); } .parts .info { color: var(--info); }
    .scale span { position: absolute; right: 8px; transform: translateY(50%); white-space: nowrap; }
    .axis span { position: absolute; top: 7px; transform: translateX(-50%); white-space: nowrap; }
    .axis .start { transform: none; } .axis .end { transform: translateX(-100%); }
    .canvas { grid-area: 2 / 2; display: block; width: 100%; height: 100%; overflow: visible; }
    svg path { fill: none; vector-effect: non-scaling-stroke; }
    .zone.green { fill: var(--green-tint); fill-opacity: 0.55; }
    .zone.yellow { fill: var(--yellow-tint); fill-opacity: 0.8; }
    .zone.red { fill: var(--red-tint); fill-opacity: 0.7; }
    .grid { stroke: var(--line); stroke-width: 1; opacity: 0.75; }
    .unjudged { fill: var(--shade); }
    .limit { stroke: var(--muted); stroke-width: 1; stroke-dasharray: 4 3; }
    .value { stroke: var(--text); stroke-width: 1.75; }
    .baseline { stroke: var(--before); stroke-width: 2; stroke-dasharray: 1 4;
      stroke-linecap: round; }
    path.before { stroke: var(--before); stroke-width: 1.25; stroke-linejoin: round; opacity: 0.75; }
    .phase { stroke: var(--muted); stroke-width: 1; opacity: 0.6; }
    .abort { stroke: var(--red); stroke-width: 1.5; stroke-dasharray: 6 3; }
    path.gap { fill: var(--muted); fill-opacity: 0.16; }
    path.line { stroke-width: 1.5; stroke-linejoin: round; stroke-linecap: round; }
    path.surface { stroke-width: 1; opacity: 0.45; }
    path.dots { stroke-width: 4.5; stroke-linecap: round; }
    .s1 { stroke: var(--s1); } .s2 { stroke: var(--s2); }
    .s3 { stroke: var(--s3); } .s4 { stroke: var(--s4); }
    path.s2 { stroke-dasharray: 7 3; } path.s3 { stroke-dasharray: 2 3; }
    path.s4 { stroke-dasharray: 9 3 2 3; } path.dots { stroke-dasharray: none; }
    path.mark { stroke-width: 6; stroke-linecap: round; }
    path.mark.dense { stroke-width: 4; } .spark .mark.dense { stroke-width: 3; }
    .mark.red { stroke: var(--red); } .mark.yellow { stroke: var(--yellow); }
    .spark { display: block; width: 132px; height: 26px; overflow: visible; }
    figcaption { display: flex; flex-wrap: wrap; gap: 2px 14px; font-size: 12px;
      color: var(--muted); margin: 4px 0 0 58px; }
    figcaption .key { font-weight: 400; white-space: normal; }
    .key::before { content: ""; display: inline-block; vertical-align: middle; margin-right: 6px; }
    .key.line::before { width: 14px; border-top: 2px solid var(--s1); }
    .key.s2::before { border-top: 2px dashed var(--s2); }
    .key.s3::before { border-top: 2px dotted var(--s3); }
    .key.s4::before { border-top: 2px dashed var(--s4); }
    .key.before::before { width: 14px; border-top: 2px solid var(--before); }
    .key.limit::before { width: 14px; border-top: 1px dashed var(--muted); }
    .key.value::before { width: 14px; border-top: 2px solid var(--text); }
    .key.baseline::before { width: 14px; border-top: 2px dotted var(--before); }
    .key.mark::before { width: 7px; height: 7px; border-radius: 50%; background: var(--red); }
    .key.mark.yellow::before { background: var(--yellow); }
    .key.gap::before { width: 10px; height: 10px; background: var(--muted); opacity: 0.35; }
    .key.abort::before { height: 11px; border-left: 2px dashed var(--red); }
    .when { margin-left: auto; }

    .warnings { padding-left: 18px; }
    .warnings li { padding: 2px 0; }
    .warnings code { color: var(--yellow); margin-right: 6px; }
    summary { cursor: pointer; }
    pre { background: var(--shade); border: 1px solid var(--line); border-radius: 8px;
      padding: 14px 16px; margin: 12px 0 0; overflow-x: auto; line-height: 1.45;
      overflow-wrap: normal; }
    footer { margin-top: 40px; padding-bottom: 40px; color: var(--muted); font-size: 13px; }
    dl { border-top: 1px solid var(--line); padding-top: 14px; }
    dl > div { display: flex; gap: 12px; }
    dt { flex: 0 0 7.5em; }

    @media (max-width: 640px) {
      body > * { padding: 0 16px; }
      .verdict { margin-top: 20px; }
      .verdict > * { padding-left: 14px; }
      .verdict .next { padding-left: 30px; }
      h1 { font-size: 25px; }
      .reason { font-size: 16px; }
      section { margin-top: 32px; }
      th, td { padding-right: 10px; }
      tbody th { min-width: 6em; }
      .conditions th, .conditions td { padding-right: 14px; }
      .matrix td .value { display: block; margin-left: 0; }
      /* A row becomes a card: the status and the name, and below them the rest with its title. */
      .objectives thead { position: absolute; clip-path: inset(50%); }
      .objectives tbody tr { display: grid; grid-template-columns: 5.4em minmax(0, 1fr);
        column-gap: 10px; padding: 10px 0; }
      .objectives td, .objectives th { padding: 0; grid-column: 2; }
      .objectives td:first-child { grid-column: 1; }
      .objectives .samples { text-align: left; }
      .objectives td.value::before { content: "value "; }
      .objectives td.before::before { content: "baseline "; }
      .objectives td.limits::before { content: "green when "; }
      .objectives td.samples::before { content: "samples "; }
      .objectives td::before { color: var(--muted); font-weight: 400; font-size: 13px; }
      .trend .muted { display: none; }
      .card { padding: 14px 12px 12px; }
      .chart { grid-template-columns: 50px minmax(0, 1fr); grid-template-rows: auto 160px 22px; }
      .scale span { right: 6px; }
      figcaption { margin-left: 50px; }
      .axis span:nth-child(even) { display: none; }
      dl > div { display: block; padding-bottom: 4px; }
    }
    @media print {
      @page { margin: 14mm; }
      :root { color-scheme: light; }
      body { font-size: 10pt; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
      body > * { max-width: none; padding: 0; }
      .verdict { margin-top: 0; }
      section { margin-top: 20pt; }
      h2, h3, thead { break-after: avoid; }
      .card, tr, figure { break-inside: avoid; }
      .cards { grid-template-columns: 1fr 1fr; gap: 10pt; }
      .chart { grid-template-rows: auto 120px 22px; }
      .scroll { overflow: visible; }
      th, td { padding-right: 8px; }
      .objectives tbody th { min-width: 17em; }
      .limits { min-width: 8.5em; }
      .spark { width: 84px; }
      .axis span:nth-child(even) { display: none; }
      a { color: inherit; text-decoration: none; }
    }
    """
}
