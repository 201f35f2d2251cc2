package org.havenline.console.api;

import org.havenline.console.staff.SignedIn;
import org.havenline.http.Response;

/// One operation of the contract, reached only by those who may use it.
@FunctionalInterface
public interface StaffOperation {
  Response answer(SignedIn who, Call call);
}
