import SESModel
import WaxwingCore

// v1 knows three kinds of destinations, and not all events.

extension SESv1.EventDestination {
    func value(in set: String) throws(ServiceError) -> EventDestination {
        var targets: [EventDestination.Target] = []
        if let firehose = kinesisFirehoseDestination {
            targets.append(
                .firehose(role: firehose.iamRoleARN, stream: firehose.deliveryStreamARN))
        }
        if let cloudWatch = cloudWatchDestination {
            targets.append(.cloudWatch(cloudWatch.dimensionConfigurations.map(\.value)))
        }
        if let sns = snsDestination { targets.append(.sns(topic: sns.topicARN)) }
        return EventDestination(
            configurationSet: set, name: name, isEnabled: enabled ?? false,
            events: matchingEventTypes.compactMap { EmailEventType(v1: $0) },
            target: try EventDestination.Target(one: targets))
    }
}

extension EventDestination {
    var v1Shape: SESv1.EventDestination {
        var shape = SESv1.EventDestination(
            name: name, enabled: isEnabled, matchingEventTypes: events.compactMap(\.v1Shape))
        switch target {
        case .firehose(let role, let stream):
            shape.kinesisFirehoseDestination = .init(iamRoleARN: role, deliveryStreamARN: stream)
        case .cloudWatch(let dimensions):
            shape.cloudWatchDestination = .init(
                dimensionConfigurations: dimensions.map(\.v1Shape))
        case .sns(let topic):
            shape.snsDestination = .init(topicARN: topic)
        case .eventBridge, .pinpoint:
            break
        }
        return shape
    }
}

extension EventDestination.Target {
    /// - Throws: unless there is exactly one.
    init(one targets: [EventDestination.Target]) throws(ServiceError) {
        guard let first = targets.first else {
            throw .invalidParameter("Event destination is not provided.")
        }
        guard targets.count == 1 else {
            throw .invalidParameter(
                "Please provide only one destination with each request. Either a Firehose "
                    + "Destination or a Cloudwatch Destination or an SNS Destination or an "
                    + "EventBridge Destination.")
        }
        self = first
    }
}

extension EmailEventType {
    init?(v1 shape: SESv1.EventType) {
        guard let event = Self.allCases.first(where: { $0.v1Shape == shape }) else { return nil }
        self = event
    }

    /// Nil for what v1 has no word for.
    var v1Shape: SESv1.EventType? {
        switch self {
        case .send: .send
        case .reject: .reject
        case .bounce: .bounce
        case .complaint: .complaint
        case .delivery: .delivery
        case .open: .open
        case .click: .click
        case .renderingFailure: .renderingFailure
        case .deliveryDelay, .subscription: nil
        }
    }
}

extension SESv1.CloudWatchDimensionConfiguration {
    fileprivate var value: EventDestination.Dimension {
        let source: EventDestination.Dimension.Source =
            switch dimensionValueSource {
            case .messageTag: .messageTag
            case .emailHeader: .emailHeader
            case .linkTag: .linkTag
            }
        return .init(name: dimensionName, source: source, defaultValue: defaultDimensionValue)
    }
}

extension EventDestination.Dimension {
    fileprivate var v1Shape: SESv1.CloudWatchDimensionConfiguration {
        let shape: SESv1.DimensionValueSource =
            switch source {
            case .messageTag: .messageTag
            case .emailHeader: .emailHeader
            case .linkTag: .linkTag
            }
        return .init(
            dimensionName: name, dimensionValueSource: shape, defaultDimensionValue: defaultValue)
    }
}
