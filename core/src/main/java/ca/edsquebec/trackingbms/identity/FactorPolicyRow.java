package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.tenant.TenantId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "second_factor_policy")
class FactorPolicyRow {

  @Id private String tenant;
  private boolean required;

  protected FactorPolicyRow() {}

  FactorPolicyRow(TenantId tenant, boolean required) {
    this.tenant = tenant.slug();
    this.required = required;
  }

  boolean isRequired() {
    return required;
  }
}
