package org.jiaxue;

import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Prints the sample sign-ins of a demonstration. */
final class Accounts {

    private Accounts() {}

    static void print(Path data, String address) {
        JsonNode accounts = new JsonMapper().readTree(data.resolve("accounts.json").toFile());
        System.out.println(
                "Everything in this demonstration is a sample: people, figures, certificates.");
        System.out.println(
                "guardians sign in at " + address + "/sign-in (the code stands on the page)");
        System.out.println("staff sign in at " + address + "/console/sign-in");
        for (JsonNode one : accounts.path("accounts")) {
            if (one.path("case").stringValue("").equals("sample")) {
                continue;
            }
            String secret = one.path("secret").stringValue("");
            System.out.printf(
                    "  %-17s %-8s %-14s %s%n",
                    one.path("role").stringValue(""),
                    one.path("case").stringValue(""),
                    one.path("signIn").stringValue(""),
                    secret.isEmpty() ? "" : "password " + secret);
        }
    }
}
