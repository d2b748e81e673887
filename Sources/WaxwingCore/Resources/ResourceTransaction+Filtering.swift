extension ResourceTransaction {
    /// Resources looked at for one page at the most.
    public static var scanLimit: Int { 10_000 }

    /// Up to `limit` resources behind `position` that `isWanted`, by name.
    ///
    /// However long the list is, a page costs no more than ``scanLimit`` resources: where so many
    /// had to be looked at, it holds fewer than asked for, even none, and names the next.
    public func page<Kind: Resource>(
        of kind: Kind.Type, under parent: String, after position: ResourcePosition?, limit: Int,
        where isWanted: (Kind) -> Bool
    ) throws -> ResourcePage<Kind> {
        var found: [Kind] = []
        var position = position
        var left = Self.scanLimit
        while left > 0 {
            let batch = try page(
                of: kind, under: parent, order: .byName, after: position, limit: min(left, 500))
            for resource in batch.resources where isWanted(resource) {
                if found.count >= limit {
                    return ResourcePage(
                        resources: found, next: found.last.map { ResourcePosition($0.name) })
                }
                found.append(resource)
            }
            guard let next = batch.next else { return ResourcePage(resources: found, next: nil) }
            position = next
            left -= batch.resources.count
        }
        return ResourcePage(resources: found, next: position)
    }
}
