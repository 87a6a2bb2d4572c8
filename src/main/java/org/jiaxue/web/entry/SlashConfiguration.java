package org.jiaxue.web.entry;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.UrlHandlerFilter;

/** An address typed with a slash too many leads to the page without it. */
@Configuration(proxyBeanMethods = false)
class SlashConfiguration {

    /** Only under our own first words: an address that began with two slashes could lead away. */
    @Bean
    FilterRegistrationBean<UrlHandlerFilter> withoutLastSlash() {
        UrlHandlerFilter filter =
                UrlHandlerFilter.trailingSlashHandler(
                                "/console/**",
                                "/me/**",
                                "/activities/**",
                                "/search/**",
                                "/stages/**",
                                "/lessons/**",
                                "/courses/**",
                                "/sign-in/**",
                                "/preferences/**")
                        .redirect(HttpStatus.PERMANENT_REDIRECT)
                        .build();
        FilterRegistrationBean<UrlHandlerFilter> bean = new FilterRegistrationBean<>(filter);
        bean.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return bean;
    }
}
