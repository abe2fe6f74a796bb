package io.seedhouse.publisher;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Keeps the session cookie to HTTPS wherever the platform is reached by HTTPS. */
@WebListener
public class SecureCookie implements ServletContextListener {
    @Inject Site site;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        event.getServletContext()
                .getSessionCookieConfig()
                .setSecure(site.url("/").startsWith("https:"));
    }
}
