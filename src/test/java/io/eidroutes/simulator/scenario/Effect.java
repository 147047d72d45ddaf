package io.eidroutes.simulator.scenario;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One thing that goes otherwise than well. In JSON the member {@code do} names it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
public interface Effect {
}
