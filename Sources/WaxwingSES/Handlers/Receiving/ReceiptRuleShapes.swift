import MailTypes
import SESModel
import WaxwingCore

extension SESv1.ReceiptRule {
    var value: WaxwingCore.ReceiptRule {
        get throws {
            var rule = WaxwingCore.ReceiptRule(name: name)
            rule.isEnabled = enabled ?? false
            rule.requiresTLS = tlsPolicy == .require
            rule.recipients = recipients ?? []
            rule.actions = try (actions ?? []).map { try $0.value }
            rule.isScanEnabled = scanEnabled ?? false
            return rule
        }
    }
}

extension WaxwingCore.ReceiptRule {
    var shape: SESv1.ReceiptRule {
        SESv1.ReceiptRule(
            name: name, enabled: isEnabled, tlsPolicy: requiresTLS ? .require : .optional,
            recipients: recipients, actions: actions.map(\.shape), scanEnabled: isScanEnabled)
    }
}

extension SESv1.ReceiptAction {
    /// - Throws: ``ServiceError`` unless it is exactly one action.
    fileprivate var value: WaxwingCore.ReceiptAction {
        get throws(ServiceError) {
            let actions: [WaxwingCore.ReceiptAction?] = [
                s3Action.map {
                    .s3(
                        .init(
                            bucket: $0.bucketName, keyPrefix: $0.objectKeyPrefix,
                            kmsKeyARN: $0.kmsKeyArn, roleARN: $0.iamRoleArn,
                            topicARN: $0.topicArn))
                },
                bounceAction.map {
                    .bounce(
                        .init(
                            replyCode: $0.smtpReplyCode, statusCode: $0.statusCode,
                            message: $0.message, sender: $0.sender, topicARN: $0.topicArn))
                },
                workmailAction.map {
                    .workMail(.init(organizationARN: $0.organizationArn, topicARN: $0.topicArn))
                },
                lambdaAction.map {
                    .lambda(
                        .init(
                            functionARN: $0.functionArn,
                            waitsForAnswer: $0.invocationType == .requestResponse,
                            topicARN: $0.topicArn))
                },
                stopAction.map { .stop(.init(topicARN: $0.topicArn)) },
                addHeaderAction.map {
                    .addHeader(.init(name: $0.headerName, value: $0.headerValue))
                },
                snsAction.map {
                    .sns(.init(topicARN: $0.topicArn, isBase64: $0.encoding == .base64))
                },
                connectAction.map {
                    .connect(.init(instanceARN: $0.instanceARN, roleARN: $0.iamRoleARN))
                },
            ]
            let given = actions.compactMap(\.self)
            guard given.count == 1, let action = given.first else {
                throw .invalidParameter("Each action of a rule must have exactly one type.")
            }
            return action
        }
    }
}

extension WaxwingCore.ReceiptAction {
    fileprivate var shape: SESv1.ReceiptAction {
        switch self {
        case .s3(let s3):
            .init(
                s3Action: .init(
                    topicArn: s3.topicARN, bucketName: s3.bucket, objectKeyPrefix: s3.keyPrefix,
                    kmsKeyArn: s3.kmsKeyARN, iamRoleArn: s3.roleARN))
        case .bounce(let bounce):
            .init(
                bounceAction: .init(
                    topicArn: bounce.topicARN, smtpReplyCode: bounce.replyCode,
                    statusCode: bounce.statusCode, message: bounce.message, sender: bounce.sender))
        case .workMail(let workMail):
            .init(
                workmailAction: .init(
                    topicArn: workMail.topicARN, organizationArn: workMail.organizationARN))
        case .lambda(let lambda):
            .init(
                lambdaAction: .init(
                    topicArn: lambda.topicARN, functionArn: lambda.functionARN,
                    invocationType: lambda.waitsForAnswer ? .requestResponse : .event))
        case .stop(let stop):
            .init(stopAction: .init(scope: .ruleSet, topicArn: stop.topicARN))
        case .addHeader(let field):
            .init(addHeaderAction: .init(headerName: field.name, headerValue: field.value))
        case .sns(let sns):
            .init(
                snsAction: .init(topicArn: sns.topicARN, encoding: sns.isBase64 ? .base64 : .utf8))
        case .connect(let connect):
            .init(
                connectAction: .init(
                    instanceARN: connect.instanceARN, iamRoleARN: connect.roleARN))
        }
    }
}
