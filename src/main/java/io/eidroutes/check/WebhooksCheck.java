package io.eidroutes.check;

import io.eidroutes.delivery.DeliverySettings;

/** Whether the webhooks can be connected to. Nothing is sent to them. */
final class WebhooksCheck implements Check {

    @Override
    public void look(CheckedSettings settings, Findings findings) {
        settings.of(DeliverySettings.class).ifPresent(delivery -> delivery.webhooks().forEach((client, webhook) -> {
            String setting = "eid.delivery.webhooks." + client + ".url";
            if (Knock.connects(setting, webhook.url(), findings)) {
                findings.ok(setting, "it can be connected to");
            }
        }));
    }
}
