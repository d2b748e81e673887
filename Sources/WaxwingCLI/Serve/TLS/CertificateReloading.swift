import Foundation
import Logging
import MailTransport
import MailTypes
import ServiceLifecycle
import UnixSignals
import WaxwingCore

/// Takes up new certificates while the service runs: when their files change, and on SIGHUP.
///
/// Files that do not fit each other, as in the moment between the writing of one and of the other,
/// change nothing; they are looked at again.
struct CertificateReloading: Service {
    let files: [CertificateFiles]
    let interval: Duration
    let certificates: TLSCertificates
    let clock: any WallClock
    let logger: Logger

    func run() async throws {
        let (requests, request) = AsyncStream<Bool>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let hangUps = await UnixSignalsSequence(trapping: .sighup)
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                group.addTask { for await _ in hangUps { request.yield(true) } }
                group.addTask {
                    while (try? await Task.sleep(for: interval)) != nil { request.yield(false) }
                }
                group.addTask { await self.reload(on: requests) }
            }
        }
    }

    private func reload(on requests: AsyncStream<Bool>) async {
        var known = states
        var failed: [FileState]?
        for await isAsked in requests {
            let now = states
            guard isAsked || (now != known && now != failed) else { continue }
            do throws(CertificateError) {
                var pairs: [TLSCertificates.Pair] = []
                for pair in files {
                    pairs.append(try CertificateLoader.load(pair, now: clock.now()))
                }
                certificates.replace(with: pairs)
                known = now
                failed = nil
                logger.info("certificates read again", metadata: Self.metadata(pairs))
            } catch {
                failed = now
                logger.error(
                    "certificates not taken up; the ones before stay",
                    metadata: ["error": "\(error)"])
            }
        }
    }

    private static func metadata(_ pairs: [TLSCertificates.Pair]) -> Logger.Metadata {
        [
            "names": .array(pairs.map { "\($0.names.joined(separator: " "))" }),
            "validUntil": .array(pairs.map { "\($0.validUntil.readable)" }),
        ]
    }

    // MARK: What of a file tells that it is another one

    private struct FileState: Equatable {
        let inode: UInt64
        let size: Int
        let changed: Int
        let nanoseconds: Int
    }

    private var states: [FileState] {
        files.flatMap { [$0.certificate, $0.key] }.map { path in
            var status = stat()
            guard stat(path, &status) == 0 else {
                return FileState(inode: 0, size: -1, changed: 0, nanoseconds: 0)
            }
            return FileState(
                inode: UInt64(status.st_ino), size: Int(status.st_size),
                changed: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
        }
    }
}
