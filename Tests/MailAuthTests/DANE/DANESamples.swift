import MailAuth

/// A root, an issuer beneath it, and servers beneath that, all with P-256 keys and valid from 2026
/// to 2100, `expiredServer` to 2027. Made by Tests/BIMITests/Fixtures/make-certificates.py.
enum DANESamples {
    static let root = certificate(
        """
        -----BEGIN CERTIFICATE-----
        MIIBQzCB66ADAgECAhQVZ4qYfoTP+gsknxBUqmEkLxi0EjAKBggqhkjOPQQDAjAX
        MRUwEwYDVQQDDAxFeGFtcGxlIFJvb3QwIBcNMjYwMTAxMDAwMDAwWhgPMjEwMDAx
        MDEwMDAwMDBaMBcxFTATBgNVBAMMDEV4YW1wbGUgUm9vdDBZMBMGByqGSM49AgEG
        CCqGSM49AwEHA0IABIu6pycW5J1oNqqP048xf+2/skuHFNJJZLvRlxtNdNB5ITx6
        c4X4ry0HvNZliVqmOnnrIiVcHLoZAXhImiibfQajEzARMA8GA1UdEwEB/wQFMAMB
        Af8wCgYIKoZIzj0EAwIDRwAwRAIgEGH6LwdFtX6nquj9k9Ef2IOJ8Qw/cCOgBeai
        PMRPo2MCIFVyNGLEOQ8i0ZgmWztnL4HG+qeP4V6bZJRvGKdYbtr/
        -----END CERTIFICATE-----
        """)
    static let issuer = certificate(
        """
        -----BEGIN CERTIFICATE-----
        MIIBRTCB7aADAgECAhQQ0Hb16grSXHc4iM9uUAD/jyxFqjAKBggqhkjOPQQDAjAX
        MRUwEwYDVQQDDAxFeGFtcGxlIFJvb3QwIBcNMjYwMTAxMDAwMDAwWhgPMjEwMDAx
        MDEwMDAwMDBaMBkxFzAVBgNVBAMMDkV4YW1wbGUgSXNzdWVyMFkwEwYHKoZIzj0C
        AQYIKoZIzj0DAQcDQgAE0vnMp8Iefp4OfbeyPhUG3R9JdwpkST2AEd9frhmeFsAB
        nWWEnarG3rouC3HFbUo7/fp+H7pUljdWZJucfINlqqMTMBEwDwYDVR0TAQH/BAUw
        AwEB/zAKBggqhkjOPQQDAgNHADBEAiAFgUEcXp69EauGjlDMMVBgSPJo5TqYVhDb
        4g+s0ukzWwIgb/z5iOq48v9H/advAsOkWZ5pfPyufC2pRQqeE7cMvxw=
        -----END CERTIFICATE-----
        """)
    static let server = certificate(
        """
        -----BEGIN CERTIFICATE-----
        MIIBdTCCARugAwIBAgIUCERTocDoT4THhFzyqFga+H1npZUwCgYIKoZIzj0EAwIw
        GTEXMBUGA1UEAwwORXhhbXBsZSBJc3N1ZXIwIBcNMjYwMTAxMDAwMDAwWhgPMjEw
        MDAxMDEwMDAwMDBaMBkxFzAVBgNVBAMMDm14LmV4YW1wbGUuY29tMFkwEwYHKoZI
        zj0CAQYIKoZIzj0DAQcDQgAEDkUR+xoFOEvcMNNHH8TsfoMZRNYqJORzM2XC+tH9
        0wmy0rhY8hMfdNYlxHWezlBCPLxVM6WBUIFLaSJhZiHjHaM/MD0wEwYDVR0lBAww
        CgYIKwYBBQUHAwEwJgYDVR0RBB8wHYIObXguZXhhbXBsZS5jb22CC2V4YW1wbGUu
        b3JnMAoGCCqGSM49BAMCA0gAMEUCIGEpy1Dn7U7NskzC/4xU3tRzsmE6vdJcAHvV
        22nc+0kUAiEAsaMCNJcSsMmotJWpNKifLfxVpeLRIPDmcRurtmq57NY=
        -----END CERTIFICATE-----
        """)
    static let wildcardServer = certificate(
        """
        -----BEGIN CERTIFICATE-----
        MIIBaDCCAQ2gAwIBAgIUKcIWXEDwpFjV3G5Qxz/l4w+ZZL0wCgYIKoZIzj0EAwIw
        GTEXMBUGA1UEAwwORXhhbXBsZSBJc3N1ZXIwIBcNMjYwMTAxMDAwMDAwWhgPMjEw
        MDAxMDEwMDAwMDBaMBkxFzAVBgNVBAMMDm14LmV4YW1wbGUuY29tMFkwEwYHKoZI
        zj0CAQYIKoZIzj0DAQcDQgAEDkUR+xoFOEvcMNNHH8TsfoMZRNYqJORzM2XC+tH9
        0wmy0rhY8hMfdNYlxHWezlBCPLxVM6WBUIFLaSJhZiHjHaMxMC8wEwYDVR0lBAww
        CgYIKwYBBQUHAwEwGAYDVR0RBBEwD4INKi5leGFtcGxlLmNvbTAKBggqhkjOPQQD
        AgNJADBGAiEAgpHhG9h+NMQLnJDDvY5wULban/dyNNvcw77KqOMiqnACIQDDo55H
        zYZHdfbCz7tkFoD9YkvWkBqLUIBSKjF5K2lqNw==
        -----END CERTIFICATE-----
        """)
    static let commonNameServer = certificate(
        """
        -----BEGIN CERTIFICATE-----
        MIIBTDCB86ADAgECAhRyURciLkr+qBdIw8Im5PR4MopDRzAKBggqhkjOPQQDAjAZ
        MRcwFQYDVQQDDA5FeGFtcGxlIElzc3VlcjAgFw0yNjAxMDEwMDAwMDBaGA8yMTAw
        MDEwMTAwMDAwMFowGTEXMBUGA1UEAwwObXguZXhhbXBsZS5jb20wWTATBgcqhkjO
        PQIBBggqhkjOPQMBBwNCAAQORRH7GgU4S9ww00cfxOx+gxlE1iok5HMzZcL60f3T
        CbLSuFjyEx901iXEdZ7OUEI8vFUzpYFQgUtpImFmIeMdoxcwFTATBgNVHSUEDDAK
        BggrBgEFBQcDATAKBggqhkjOPQQDAgNIADBFAiAXf/l6M0s8lY7sYORV/+UpSID3
        NO8BXI0L3IZWD3YrNQIhAKh5ronGLzSMH56NqQXx9hR0RlIvg+RlG9K5/25Slb+a
        -----END CERTIFICATE-----
        """)
    static let expiredServer = certificate(
        """
        -----BEGIN CERTIFICATE-----
        MIIBZzCCAQygAwIBAgIUQyDdqbOWbrvtD0p8XPd3YWmHCaIwCgYIKoZIzj0EAwIw
        GTEXMBUGA1UEAwwORXhhbXBsZSBJc3N1ZXIwHhcNMjYwMTAxMDAwMDAwWhcNMjcw
        MTAxMDAwMDAwWjAZMRcwFQYDVQQDDA5teC5leGFtcGxlLmNvbTBZMBMGByqGSM49
        AgEGCCqGSM49AwEHA0IABA5FEfsaBThL3DDTRx/E7H6DGUTWKiTkczNlwvrR/dMJ
        stK4WPITH3TWJcR1ns5QQjy8VTOlgVCBS2kiYWYh4x2jMjAwMBMGA1UdJQQMMAoG
        CCsGAQUFBwMBMBkGA1UdEQQSMBCCDm14LmV4YW1wbGUuY29tMAoGCCqGSM49BAMC
        A0kAMEYCIQDe+y7iZ+v7N7Wn3d/pruLgS2D1CVzteYEgj1p9T8hUewIhAMu2WUlf
        1KMZ+OsZO5pAHEo9MOkSANBkPsrGAOZIUoQY
        -----END CERTIFICATE-----
        """)

    private static func certificate(_ pem: String) -> X509Certificate {
        (try? X509Certificate.readingPEM(Array(pem.utf8)))![0]  // the texts above are good
    }
}
