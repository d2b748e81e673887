import Foundation
import JSONText
import MailTemplates

/// How fast templates are rendered: `templates ses|handlebars TEMPLATE DATA SECONDS` prints renderings
/// for each second of processor time as JSON; without SECONDS it prints the rendered text.

let arguments = CommandLine.arguments
guard arguments.count >= 4 else {
    print("usage: templates ses|handlebars TEMPLATE DATA [SECONDS]")
    exit(2)
}
let template = try Template(
    parsing: Array(Data(contentsOf: URL(filePath: arguments[2]))),
    dialect: arguments[1] == "ses" ? .ses : .handlebars)
let data = try JSON.parse(Array(Data(contentsOf: URL(filePath: arguments[3]))))

guard arguments.count > 4, let seconds = Double(arguments[4]) else {
    print(String(decoding: try template.render(data: data), as: UTF8.self), terminator: "")
    exit(0)
}

/// Seconds that this process has been given so far, whatever else the machine does.
func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

let start = processorSeconds()
var count = 0
var size = 0
while processorSeconds() - start < seconds {
    for _ in 0..<100 { size += try template.render(data: data).count }
    count += 100
}
let rate = Double(count) / (processorSeconds() - start)
print("{\"rate\": \(rate), \"bytes\": \(size / count)}")
