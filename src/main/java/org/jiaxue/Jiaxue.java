package org.jiaxue;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The house. */
@SpringBootApplication
@Modulithic(systemName = "Jiaxue")
public class Jiaxue {

    /** Runs the command that the arguments name. */
    public static void main(String[] args) {
        SpringApplication.run(Jiaxue.class, args);
    }
}
