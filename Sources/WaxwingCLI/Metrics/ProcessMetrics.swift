import Foundation

/// What Prometheus' client libraries tell of their process, from /proc.
enum ProcessMetrics {
    static func register(in registry: MetricRegistry) {
        registry.add {
            MetricRegistry.Family(
                name: "process_cpu_seconds", help: "User and system time.", kind: .counter,
                samples: statistics.map { [.init(value: $0.cpuSeconds)] } ?? [])
        }
        registry.add {
            gauge("process_resident_memory_bytes", "Memory in RAM.", statistics?.residentBytes)
        }
        registry.add {
            gauge("process_virtual_memory_bytes", "Addresses in use.", statistics?.virtualBytes)
        }
        registry.add {
            gauge("process_threads", "Threads of the process.", statistics?.threads)
        }
        registry.add {
            gauge(
                "process_start_time_seconds", "When the process began, since 1970.",
                startTime)
        }
        registry.add { gauge("process_open_fds", "Open file descriptors.", openDescriptors) }
        registry.add {
            gauge("process_max_fds", "File descriptors that may be open.", descriptorLimit)
        }
    }

    private static func gauge(
        _ name: String, _ help: String, _ value: Double?
    ) -> MetricRegistry.Family {
        MetricRegistry.Family(
            name: name, help: help, kind: .gauge, samples: value.map { [.init(value: $0)] } ?? [])
    }

    private struct Statistics {
        var cpuSeconds: Double
        var threads: Double
        var startTicks: Double
        var virtualBytes: Double
        var residentBytes: Double
    }

    /// proc(5): the fields of `/proc/self/stat` behind the name of the program, which may hold
    /// spaces and parentheses itself.
    private static var statistics: Statistics? {
        guard let text = read("/proc/self/stat"), let end = text.lastIndex(of: ")") else {
            return nil
        }
        let fields = text[text.index(after: end)...].split(separator: " ").map { Double($0) ?? 0 }
        guard fields.count > 21 else { return nil }
        let ticks = Double(sysconf(Int32(_SC_CLK_TCK)))
        return Statistics(
            cpuSeconds: (fields[11] + fields[12]) / ticks, threads: fields[17],
            startTicks: fields[19] / ticks, virtualBytes: fields[20],
            residentBytes: fields[21] * Double(sysconf(Int32(_SC_PAGESIZE))))
    }

    /// The start of the machine, and of the process after it.
    private static let startTime: Double? = {
        let line = read("/proc/stat")?.split(separator: "\n").first { $0.hasPrefix("btime ") }
        guard let boot = line.flatMap({ Double($0.dropFirst(6)) }), let statistics else {
            return nil
        }
        return boot + statistics.startTicks
    }()

    private static var openDescriptors: Double? {
        (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")).map {
            Double($0.count)
        }
    }

    private static var descriptorLimit: Double? {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else {
            return nil
        }
        return Double(limit.rlim_cur)
    }

    private static func read(_ path: String) -> String? {
        try? String(contentsOfFile: path, encoding: .utf8)
    }
}
