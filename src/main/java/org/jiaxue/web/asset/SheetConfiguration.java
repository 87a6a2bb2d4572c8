package org.jiaxue.web.asset;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceChainRegistration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Serves style sheets whole, and everything that pages load under addresses that change with its
 * content. Ordered first, so that nothing else serves the same paths.
 */
@Configuration(proxyBeanMethods = false)
@Order(Ordered.HIGHEST_PRECEDENCE)
class SheetConfiguration implements WebMvcConfigurer {

    private static final String WEBJARS = "/webjars/**";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        versioned(registry, "/css/**", "classpath:/static/css/")
                .addResolver(new SheetResolver())
                .addResolver(new PathResourceResolver());
        versioned(registry, "/js/**", "classpath:/static/js/")
                .addResolver(new PathResourceResolver());
        versioned(registry, "/icons/**", "classpath:/static/icons/")
                .addResolver(new PathResourceResolver());
        versioned(registry, WEBJARS, "classpath:/META-INF/resources/webjars/")
                .addResolver(new PathResourceResolver());
    }

    private static ResourceChainRegistration versioned(
            ResourceHandlerRegistry registry, String path, String location) {
        return registry.addResourceHandler(path)
                .addResourceLocations(location)
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new KeptForAYear())
                .addPathPatterns("/css/**", "/js/**", "/icons/**", WEBJARS);
    }
}
