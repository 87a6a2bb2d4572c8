package org.jiaxue.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI document says beside the operations themselves. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String BEARER = "bearer";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(
                        GuardianId.class, Viewer.class, Texts.class, Frame.class);
    }

    @Bean
    OpenAPI openApi(Settings settings) {
        return new OpenAPI()
                .addServersItem(new Server().url(settings.baseUrl()))
                .info(
                        new Info()
                                .title("Jiaxue")
                                .version("v1")
                                .description(
                                        "Errors are problem details (RFC 9457) with a code; /api"
                                                + " lists the codes."))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        BEARER,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme(BEARER)))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }
}
