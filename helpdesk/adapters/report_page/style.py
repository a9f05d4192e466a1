"""The look of the report: by day, by night and on paper."""

STYLE = """
:root{color-scheme:light dark;--ink:#1b1f24;--soft:#59636e;--page:#fff;--card:#f5f6f8;--line:#d5d9de;
--main:#2f6fde;--good:#2b8a3e;--warn:#b35c00;--bad:#c92a2a}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e6e8ea;--soft:#9aa4af;--page:#15181c;--card:#1e2227;--line:#363c44;
--main:#6ea0ff;--good:#69c27d;--warn:#f0a04b;--bad:#ff7b7b}}
body{margin:0 auto;max-width:60rem;padding:2rem 1.5rem;background:var(--page);color:var(--ink);
font:16px/1.5 system-ui,sans-serif}
h1{font-size:1.7rem;margin:0 0 .3rem}h2{font-size:1.2rem;margin:2.2rem 0 .4rem}p{margin:.4rem 0}.soft{color:var(--soft)}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(10rem,1fr));gap:.8rem;margin:1.2rem 0}
.tile{background:var(--card);border-radius:.5rem;padding:.7rem .9rem}.tile b{display:block;font-size:1.5rem}
table{border-collapse:collapse;width:100%;font-size:.92rem}
th,td{text-align:left;padding:.3rem .5rem;border-bottom:1px solid var(--line);vertical-align:top}
.rows td{white-space:pre-line;overflow-wrap:break-word}.wide{overflow-x:auto}
.plot{overflow-x:auto;margin:.5rem 0}svg{display:block;width:100%;min-width:32rem;height:auto;font-size:13px}
svg text{fill:var(--ink)}svg text.small{font-size:12px;fill:var(--soft)}
.trough{fill:var(--line);opacity:.45}.main,.range{fill:var(--main)}.range{opacity:.45}
.good{fill:var(--good)}.warn{fill:var(--warn)}.bad{fill:var(--bad)}
.key{display:inline-block;width:.8em;height:.8em;border-radius:2px;margin-right:.3em;background:var(--line)}
.key.main{background:var(--main)}.key.good{background:var(--good)}.key.warn{background:var(--warn)}.key+span{margin-right:1em}
.dot{fill:var(--main)}.aim{stroke:var(--bad);stroke-dasharray:4 3}
pre{overflow:auto;background:var(--card);padding:1rem;border-radius:.5rem;font-size:.8rem}
@media screen and (max-width:44rem){body{padding:1.2rem 1rem}.rows,.rows tbody,.rows tr,.rows td{display:block}
.rows thead{display:none}.rows tr{padding:.5rem 0;border-bottom:1px solid var(--line)}
.rows td{padding:.1rem 0;border:0}.rows td[data-label]::before{content:attr(data-label)": ";color:var(--soft)}
.rows td:not([data-label]):first-child{color:var(--soft)}}
@media print{@page{margin:15mm}body{max-width:none;padding:0;font-size:10.5pt}svg{min-width:0}
.key,.tile{print-color-adjust:exact;-webkit-print-color-adjust:exact}.wide,.plot{overflow:visible}
h1,h2,h2+p{break-after:avoid}p,li,svg,img,tr,.tile{break-inside:avoid}p,li{orphans:3;widows:3}thead{display:table-header-group}
details{display:none}}
"""
