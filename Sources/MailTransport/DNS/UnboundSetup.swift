import CUnbound
import DNS

/// Makes contexts of libunbound. The order matters: whatever is set after the first look-up is
/// refused, and some of it after other settings.
enum UnboundSetup {
    /// A context with everything of `configuration` in it, which the caller must delete.
    static func makeContext(
        _ configuration: UnboundConfiguration
    ) throws(UnboundError) -> OpaquePointer {
        guard let context = ub_ctx_create() else {
            throw UnboundError(subject: "start", reason: "no memory or no randomness")
        }
        do throws(UnboundError) {
            for option in options(of: configuration) {
                try check(
                    ub_ctx_set_option(context, option.name, option.value),
                    "option \(option.name) \(option.value)")
            }
            try setUpstream(configuration.upstream, of: context)
            for stub in configuration.stubs {
                try check(
                    ub_ctx_set_stub(context, stub.zone.absoluteText, stub.address, 0),
                    "stub zone \(stub.zone) at \(stub.address)")
            }
            for anchor in configuration.trustAnchors {
                try check(ub_ctx_add_ta(context, anchor), "trust anchor \(anchor)")
            }
            if let file = configuration.trustAnchorFile {
                try check(ub_ctx_add_ta_file(context, file), "trust anchor file \(file)")
            }
            try check(ub_ctx_async(context, 1), "thread")
            // Trust anchors are read with the first use of the context. Removing a zone that is not
            // there is one that shows their errors now, instead of at every look-up.
            try check(ub_ctx_zone_remove(context, "none.invalid."), "trust anchors")
        } catch {
            ub_ctx_delete(context)
            throw error
        }
        return context
    }

    /// What a code of libunbound means.
    static func message(_ code: Int32) -> String {
        ub_strerror(code).map { String(cString: $0) } ?? "error \(code)"
    }

    private static func check(_ code: Int32, _ subject: String) throws(UnboundError) {
        guard code == 0 else { throw UnboundError(subject: subject, reason: message(code)) }
    }

    private static func setUpstream(
        _ upstream: UnboundConfiguration.Upstream, of context: OpaquePointer
    ) throws(UnboundError) {
        switch upstream {
        case .resolvConf(let path):
            try check(ub_ctx_resolvconf(context, path), path)
        case .forwarders(let addresses):
            for address in addresses {
                try check(ub_ctx_set_fwd(context, address), "forwarder \(address)")
            }
        case .rootServers:
            break  // what libunbound does by itself
        }
    }

    private static func options(
        of configuration: UnboundConfiguration
    ) -> [UnboundConfiguration.Option] {
        let localhost = configuration.asksLocalhost ? "no" : "yes"
        let settings = [
            ("use-syslog:", "no"),
            // By itself it has 16 sockets, and look-ups wait for one another.
            ("outgoing-range:", "450"), ("num-queries-per-thread:", "400"),
            ("do-not-query-localhost:", localhost),
        ]
        let zones = configuration.transparentZones.map {
            ("local-zone:", "\($0.absoluteText) transparent")
        }
        return (settings + zones).map { UnboundConfiguration.Option(name: $0, value: $1) }
            + configuration.options
    }
}
