/** What every long-lived part has: settings, life cycle, health and metrics. Knows nothing of reports. */
@NullMarked
package io.reportstream.service;

import org.jspecify.annotations.NullMarked;
