package org.jiaxue.credentials.issuer;

import java.security.SecureRandom;
import java.util.Locale;
import org.jiaxue.credentials.proof.SigningKey;
import org.jiaxue.web.Seal;
import org.jiaxue.web.Secrets;
import org.jiaxue.web.Settings;
import org.jiaxue.web.TextsFinder;
import org.jiaxue.web.Times;
import org.jiaxue.web.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Holds the issuer: made at the first start from the base address in the settings, ever after what
 * the database says. Credentials outlive addresses, so a changed setting is told and not followed.
 */
@Component
public class Signer {

    private static final Logger LOG = LoggerFactory.getLogger(Signer.class);
    private static final String PURPOSE = "credentials.issuer";

    private final Issuer issuer;

    Signer(IssuerStore store, Settings settings, Secrets secrets, TextsFinder texts, Times times) {
        Seal seal = secrets.seal(PURPOSE);
        if (store.find().isEmpty()) {
            store.fix(fresh(settings, seal, texts), times.now());
        }
        this.issuer = open(store.find().orElseThrow(), seal);
        if (!issuer.base().value().equals(settings.baseUrl())) {
            LOG.warn(
                    "issuer stays baseUrl={} although the settings say baseUrl={}",
                    issuer.base(),
                    settings.baseUrl());
        }
    }

    public Issuer issuer() {
        return issuer;
    }

    private static IssuerStore.Fixed fresh(Settings settings, Seal seal, TextsFinder texts) {
        BaseUrl base =
                BaseUrl.read(settings.baseUrl())
                        .orElseThrow(() -> new IllegalStateException(unfit(settings.baseUrl())));
        SigningKey key = SigningKey.generate(new SecureRandom());
        String name = settings.demo() ? "credentials.issuer.sample" : "credentials.issuer.name";
        return new IssuerStore.Fixed(
                base.value(),
                base.did(),
                new Words(
                        texts.of(Locale.SIMPLIFIED_CHINESE).say(name),
                        texts.of(Locale.ENGLISH).say(name)),
                key.verifyingKey().multikey(),
                seal.close(key.seed(), base.did()));
    }

    private static Issuer open(IssuerStore.Fixed fixed, Seal seal) {
        byte[] seed =
                seal.open(fixed.sealedKey(), fixed.did())
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "The key of "
                                                + fixed.did()
                                                + " was sealed under another secret. Set"
                                                + " JIAXUE_SECRET to what it was at the"
                                                + " first start."));
        return new Issuer(new BaseUrl(fixed.baseUrl()), fixed.name(), new SigningKey(seed));
    }

    private static String unfit(String baseUrl) {
        return "JIAXUE_BASE_URL is "
                + baseUrl
                + ", but credentials need http(s)://host[:port] with a host's name in lower case,"
                + " no IP address and no path. On one machine use http://localhost:8080.";
    }
}
