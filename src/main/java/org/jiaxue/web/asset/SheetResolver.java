package org.jiaxue.web.asset;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.AbstractResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * Puts the sheets that a sheet imports into its place, so that a page asks for its style once. It
 * stands behind the resolver of versions, which therefore counts a change of any part.
 */
final class SheetResolver extends AbstractResourceResolver {

    private static final Pattern IMPORT = Pattern.compile("@import \"([a-z-]+\\.css)\";\\s*");

    @Override
    protected @Nullable Resource resolveResourceInternal(
            @Nullable HttpServletRequest request,
            String path,
            List<? extends Resource> locations,
            ResourceResolverChain chain) {
        @Nullable Resource sheet = chain.resolveResource(request, path, locations);
        if (sheet == null || !path.endsWith(".css")) {
            return sheet;
        }
        try {
            String text = read(sheet);
            Matcher part = IMPORT.matcher(text);
            if (!part.find()) {
                return sheet;
            }
            StringBuilder whole = new StringBuilder();
            do {
                String found = read(sheet.createRelative(part.group(1)));
                part.appendReplacement(whole, Matcher.quoteReplacement(found));
            } while (part.find());
            part.appendTail(whole);
            byte[] bytes = whole.toString().getBytes(StandardCharsets.UTF_8);
            return new Whole(sheet, bytes);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("A style sheet cannot be read: " + path, unreadable);
        }
    }

    @Override
    protected @Nullable String resolveUrlPathInternal(
            String path, List<? extends Resource> locations, ResourceResolverChain chain) {
        return chain.resolveUrlPath(path, locations);
    }

    private static String read(Resource sheet) throws IOException {
        return sheet.getContentAsString(StandardCharsets.UTF_8);
    }

    /** Spring's caches tell resources apart by description, which bytes alone do not have. */
    private static final class Whole extends TransformedResource {

        private final String description;

        Whole(Resource sheet, byte[] bytes) {
            super(sheet, bytes);
            this.description = sheet.getDescription();
        }

        @Override
        public String getDescription() {
            return description;
        }
    }
}
