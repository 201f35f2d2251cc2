package org.havenline.tables;

import org.havenline.audit.AuditEntry;

/// How everything stands. Whoever changes something names the newest entry it knows of; when
/// another came in between, nothing happens and it must look again.
///
/// @param last the newest entry of the audit log
/// @param stamp of the newest change of what nodes decide by
/// @param version in force, 0 for none
/// @param before the version that was in force before it, 0 for none
/// @param newest number ever given to a version
/// @param imported fingerprint of the tables that came in last at a start
/// @param importedRisk the same of the risk rules
public record State(
    AuditEntry last,
    long stamp,
    long version,
    long before,
    long newest,
    String imported,
    String importedRisk,
    Switches switches) {}
