package org.jiaxue.web.entry;

import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Has routes found by the beginning of their paths. */
@Configuration(proxyBeanMethods = false)
class RouteConfiguration {

    @Bean
    WebMvcRegistrations routesByTheirBeginning() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new RoutesByBeginning();
            }
        };
    }
}
