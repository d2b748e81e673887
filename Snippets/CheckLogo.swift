// Checks a logo against the SVG Tiny PS profile, and says at which line it breaks it.
import BIMI

let svg = Array(
    """
    <svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny-ps" viewBox="0 0 9 9">
      <title>Example</title>
      <script>alert(1)</script>
    </svg>
    """.utf8)
for finding in SVGProfile.check(svg) {
    print(finding)  // line 3: …
}
