import Mustache

/// The template of one page's content, and the frame that is around every page.
struct PageTemplate: Sendable {
    private let content: MustacheTemplate
    private static let frame = parse(frameText)

    init(_ text: String) { content = Self.parse(text) }

    /// The whole page. Values are escaped where they are written, whatever they hold.
    func render(_ values: Any, title: String) -> String {
        Self.frame.render(
            Frame(
                title: title, content: content.render(values), styleSheet: Asset.styleSheet.path,
                script: Asset.script.path, icon: Asset.icon.path))
    }

    private struct Frame {
        let title: String
        let content: String
        let styleSheet: String
        let script: String
        let icon: String
    }

    /// - Precondition: the text is one of this module's constants; the tests render all of them.
    private static func parse(_ text: String) -> MustacheTemplate {
        MustacheContentTypes.register(HTMLEscaping(), named: HTMLEscaping.name)
        do {
            return try MustacheTemplate(string: "{{% CONTENT_TYPE: \(HTMLEscaping.name)}}" + text)
        } catch {
            preconditionFailure("A template of the console is malformed: \(error)")
        }
    }

    /// The only place that writes text unescaped: `content` is HTML that was rendered above.
    private static let frameText = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{{title}}</title>
        <link rel="icon" type="image/svg+xml" href="{{icon}}">
        <link rel="stylesheet" href="{{styleSheet}}">
        <script src="{{script}}" defer></script>
        </head>
        <body>
        <a class="skip" href="#main">Skip to the content</a>
        <header class="top">
        <a class="brand" href="/"><img src="{{icon}}" alt="" width="26" height="26"> Waxwing</a>
        <span class="where">dev inbox</span>
        </header>
        <main id="main">
        {{{content}}}</main>
        </body>
        </html>

        """
}
