import SESModel
import WaxwingCore

// Operations on tags of resources.
extension SESHandlers {
    func registerTags(on router: inout SESRouter) {
        router.serve(SESv2.TagResource.self) { request, context in
            let more = request.tags.map { ResourceTag(key: $0.key, value: $0.value) }
            guard !more.isEmpty else {
                throw ServiceError.invalidParameter(
                    "1 validation error detected: Value at 'tags' failed to satisfy constraint: "
                        + "Member must have length greater than or equal to 1")
            }
            try more.check()
            let target = try await target(request.resourceArn, in: context.scope)
            guard target.isHere else {
                throw ServiceError.invalidParameter("Failed to tag resource")
            }
            try await target.update(self, context.scope) { tags in
                tags = tags.merging(more)
                try tags.check()
            }
            return SESv2.TagResourceResponse()
        }
        router.serve(SESv2.UntagResource.self) { request, context in
            let target = try await target(request.resourceArn, in: context.scope)
            guard target.isHere else {
                throw ServiceError.invalidParameter("Failed to untag resource")
            }
            let keys = Set(request.tagKeys)
            try await target.update(self, context.scope) { tags in
                tags.removeAll { keys.contains($0.key) }
            }
            return SESv2.UntagResourceResponse()
        }
        router.serve(SESv2.ListTagsForResource.self) { request, context in
            let target = try await target(request.resourceArn, in: context.scope)
            // Tags hang on the ARN; under that of another region there are none.
            let tags = target.isHere ? target.tags : []
            return SESv2.ListTagsForResourceResponse(
                tags: tags.map { SESv2.Tag(key: $0.key, value: $0.value) })
        }
    }

    /// A resource that an ARN names.
    private struct Target {
        let kind: TaggableKind
        /// What the ARN says behind the kind.
        let name: String
        let tags: [ResourceTag]
        /// Whether the ARN is of the region that was asked.
        let isHere: Bool

        func update(
            _ handlers: SESHandlers, _ scope: Scope,
            _ change: @escaping @Sendable (inout [ResourceTag]) throws -> Void
        ) async throws {
            guard try await kind.update(handlers, name, scope, change) else {
                throw kind.missing(name)
            }
        }
    }

    /// SES looks for the resource before it looks at the region, and at neither partition nor
    /// service.
    private func target(_ text: String, in scope: Scope) async throws -> Target {
        guard let arn = ARN(text), !arn.account.isEmpty,
            let kind = TaggableKind.all.first(where: { $0.word == arn.resourceType }),
            let name = arn.resourceName, kind.isName(name)
        else {
            throw ServiceError.invalidParameter("ResourceArn is not the expected format")
        }
        guard arn.account == scope.account.description else {
            throw ServiceError.invalidParameter(
                "Operations on a resource created in a different account is not allowed")
        }
        guard let tags = try await kind.tags(self, String(name), scope) else {
            throw kind.missing(String(name))
        }
        return Target(
            kind: kind, name: String(name), tags: tags,
            isHere: arn.region == scope.region.description)
    }
}
