import SESModel
import WaxwingCore

extension SESv2.EventDestinationDefinition {
    func value(named name: String, in set: String) throws(ServiceError) -> EventDestination {
        var targets: [EventDestination.Target] = []
        if let firehose = kinesisFirehoseDestination {
            targets.append(
                .firehose(role: firehose.iamRoleArn, stream: firehose.deliveryStreamArn))
        }
        if let cloudWatch = cloudWatchDestination {
            targets.append(.cloudWatch(cloudWatch.dimensionConfigurations.map(\.value)))
        }
        if let sns = snsDestination { targets.append(.sns(topic: sns.topicArn)) }
        if let bridge = eventBridgeDestination {
            targets.append(.eventBridge(bus: bridge.eventBusArn))
        }
        if let pinpoint = pinpointDestination {
            targets.append(.pinpoint(application: pinpoint.applicationArn ?? ""))
        }
        let events = (matchingEventTypes ?? []).compactMap {
            EmailEventType(rawValue: $0.rawValue)
        }
        return EventDestination(
            configurationSet: set, name: name, isEnabled: enabled ?? false, events: events,
            target: try EventDestination.Target(one: targets))
    }
}

extension EventDestination {
    var v2Shape: SESv2.EventDestination {
        var shape = SESv2.EventDestination(
            name: name, enabled: isEnabled,
            matchingEventTypes: events.compactMap { .init(rawValue: $0.rawValue) })
        switch target {
        case .firehose(let role, let stream):
            shape.kinesisFirehoseDestination = .init(iamRoleArn: role, deliveryStreamArn: stream)
        case .cloudWatch(let dimensions):
            shape.cloudWatchDestination = .init(
                dimensionConfigurations: dimensions.map(\.v2Shape))
        case .sns(let topic):
            shape.snsDestination = .init(topicArn: topic)
        case .eventBridge(let bus):
            shape.eventBridgeDestination = .init(eventBusArn: bus)
        case .pinpoint(let application):
            shape.pinpointDestination = .init(applicationArn: application)
        }
        return shape
    }
}

extension SESv2.CloudWatchDimensionConfiguration {
    fileprivate var value: EventDestination.Dimension {
        .init(
            name: dimensionName,
            source: .init(rawValue: dimensionValueSource.rawValue) ?? .messageTag,
            defaultValue: defaultDimensionValue)
    }
}

extension EventDestination.Dimension {
    fileprivate var v2Shape: SESv2.CloudWatchDimensionConfiguration {
        .init(
            dimensionName: name,
            dimensionValueSource: .init(rawValue: source.rawValue) ?? .messageTag,
            defaultDimensionValue: defaultValue)
    }
}
