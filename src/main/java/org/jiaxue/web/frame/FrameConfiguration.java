package org.jiaxue.web.frame;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jiaxue.web.TextsFinder;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.view.RedirectView;

/** Templates, texts, and what a handler method may ask for as a parameter. */
@Configuration(proxyBeanMethods = false)
class FrameConfiguration {

    private static final String BUNDLES = "classpath*:messages/*/messages_zh_CN.properties";

    @Bean
    TemplateEngine templateEngine() {
        return TemplateEngine.createPrecompiled(
                null, ContentType.Html, FrameConfiguration.class.getClassLoader(), "org.jiaxue");
    }

    @Bean
    ViewResolver jteViewResolver(TemplateEngine engine) {
        return new OrderedViewResolver(engine);
    }

    @Bean
    MessageSource messageSource() throws IOException {
        Resource[] found = new PathMatchingResourcePatternResolver().getResources(BUNDLES);
        String[] names =
                Arrays.stream(found)
                        .map(FrameConfiguration::roomOf)
                        .map(room -> "classpath:messages/" + room + "/messages")
                        .toArray(String[]::new);
        Messages source = new Messages();
        source.setBasenames(names);
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setAlwaysUseMessageFormat(true);
        return source;
    }

    private static String roomOf(Resource bundle) {
        try {
            String[] parts = bundle.getURL().toString().split("/");
            return parts[parts.length - 2];
        } catch (IOException unreadable) {
            throw new IllegalStateException("A message file cannot be read: " + bundle, unreadable);
        }
    }

    /**
     * One language for a request, whoever asks: the page's words, its headers and the API's. As its
     * parent it changes nobody's: readers choose at {@code /preferences}, whose cookie is read.
     */
    @Bean
    LocaleResolver localeResolver(TextsFinder texts) {
        return new AcceptHeaderLocaleResolver() {
            @Override
            public Locale resolveLocale(HttpServletRequest request) {
                return texts.of(request).locale();
            }
        };
    }

    @Bean
    WebMvcConfigurer arguments(FrameArguments arguments) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(arguments);
            }
        };
    }

    /** Resolves every name but redirections; before Spring's own, which would forward. */
    private record OrderedViewResolver(TemplateEngine engine) implements ViewResolver, Ordered {

        @Override
        public View resolveViewName(String name, Locale locale) {
            if (name.startsWith("redirect:")) {
                RedirectView redirect = new RedirectView(name.substring("redirect:".length()));
                redirect.setExposeModelAttributes(false);
                redirect.setExpandUriTemplateVariables(false);
                return redirect;
            }
            return new JteView(engine, name + ".jte");
        }

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }
    }
}
