// Written by scripts/generate-ses-model from the service model ses 2010-12-01
// of botocore 1.44.5. Change the generator, not this file.
// swift-format-ignore-file

public import MailTypes

extension SESv1 {
    public struct Template: Structure {
        /// `TemplateName`
        public var templateName: String
        /// `SubjectPart`
        public var subjectPart: String?
        /// `TextPart`
        public var textPart: String?
        /// `HtmlPart`
        public var htmlPart: String?

        public init(
            templateName: String,
            subjectPart: String? = nil,
            textPart: String? = nil,
            htmlPart: String? = nil
        ) {
            self.templateName = templateName
            self.subjectPart = subjectPart
            self.textPart = textPart
            self.htmlPart = htmlPart
        }

        public init(from decoder: inout ShapeDecoder) {
            templateName = decoder.required("TemplateName")
            subjectPart = decoder.optional("SubjectPart")
            textPart = decoder.optional("TextPart")
            htmlPart = decoder.optional("HtmlPart")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("TemplateName", templateName)
            encoder.write("SubjectPart", subjectPart)
            encoder.write("TextPart", textPart)
            encoder.write("HtmlPart", htmlPart)
        }
    }

    public struct TemplateMetadata: Structure {
        /// `Name`
        public var name: String?
        /// `CreatedTimestamp`
        public var createdTimestamp: UnixTime?

        public init(name: String? = nil, createdTimestamp: UnixTime? = nil) {
            self.name = name
            self.createdTimestamp = createdTimestamp
        }

        public init(from decoder: inout ShapeDecoder) {
            name = decoder.optional("Name")
            createdTimestamp = decoder.optional("CreatedTimestamp")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Name", name)
            encoder.write("CreatedTimestamp", createdTimestamp)
        }
    }

    public struct TestRenderTemplateRequest: Structure {
        /// `TemplateName`
        public var templateName: String
        /// `TemplateData`: at most 262144 characters
        public var templateData: String

        public init(templateName: String, templateData: String) {
            self.templateName = templateName
            self.templateData = templateData
        }

        public init(from decoder: inout ShapeDecoder) {
            templateName = decoder.required("TemplateName")
            templateData = decoder.required("TemplateData", Bounds.templateData)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("TemplateName", templateName)
            encoder.write("TemplateData", templateData)
        }
    }

    public struct TestRenderTemplateResponse: Structure {
        /// `RenderedTemplate`
        public var renderedTemplate: String?

        public init(renderedTemplate: String? = nil) {
            self.renderedTemplate = renderedTemplate
        }

        public init(from decoder: inout ShapeDecoder) {
            renderedTemplate = decoder.optional("RenderedTemplate")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("RenderedTemplate", renderedTemplate)
        }
    }

    public struct TrackingOptions: Structure {
        /// `CustomRedirectDomain`
        public var customRedirectDomain: String?

        public init(customRedirectDomain: String? = nil) {
            self.customRedirectDomain = customRedirectDomain
        }

        public init(from decoder: inout ShapeDecoder) {
            customRedirectDomain = decoder.optional("CustomRedirectDomain")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("CustomRedirectDomain", customRedirectDomain)
        }
    }
}
