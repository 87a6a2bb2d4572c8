package org.jiaxue.learning;

import java.util.Optional;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.identity.Stage;
import org.jiaxue.web.Words;

/** What a learning event was about, as it was called at the time. */
public record Subject(Words title, Stage stage, Optional<Ages> ages) {}
