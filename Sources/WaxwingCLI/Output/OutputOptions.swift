import ArgumentParser
import JSONText

/// The options of every command that prints results.
struct OutputOptions: ParsableArguments {
    @Flag(help: "Print JSON: indented on a terminal, else one object a line.")
    var json = false

    @Option(
        help: ArgumentHelp(
            "Colour the text: auto, always or never. NO_COLOR is heeded.", valueName: "when"))
    var color = ColorChoice.auto

    var output: Output {
        if json { return Output(form: .json(Terminal.isTerminal ? .indented : .line)) }
        return Output(form: .text(.standardOutput(color)))
    }

    /// One JSON object a line, whether people read it or not.
    var lineOutput: Output { Output(form: .json(.line)) }
}

extension ColorChoice: ExpressibleByArgument {}
