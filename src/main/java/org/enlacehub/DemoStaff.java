package org.enlacehub;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.enlacehub.account.NewStaff;
import org.enlacehub.account.Role;
import org.enlacehub.account.SignInHint;

/** The people who work in the demo. Their password is printed, so they exist nowhere else. */
@Factory
@Requires(property = "enlace.demo", value = "true")
class DemoStaff {
  static final String PASSWORD = "demo-enlace-2026";
  static final List<Person> PEOPLE = List.of(
      new Person("comunicacion@demo.example.org", "Ana Lucía Coy", Role.COMMUNICATION, null),
      new Person("aprobacion@demo.example.org", "Marco Tulio Ixcot", Role.COMMUNICATION, null),
      new Person("losangeles@demo.example.org", "Beatriz Sic", Role.OFFICER, "GT-US-LAX"),
      new Person("houston@demo.example.org", "Diego Xol", Role.OFFICER, "GT-US-HOU"),
      new Person("central@demo.example.org", "Elena Tzoc", Role.OFFICER, "GT-MIN"),
      new Person("admin@demo.example.org", "Rigoberto Paz", Role.ADMINISTRATOR, null));

  /** @param desk null for those who work at none */
  record Person(String email, String name, Role role, @Nullable String desk) {
    NewStaff account() {
      return new NewStaff(name, email, Set.of(role), desk, PASSWORD, null);
    }

    SignInHint hint() {
      return new SignInHint(email, PASSWORD, role);
    }
  }

  @Singleton
  @Named("communication")
  SignInHint communication() {
    return PEOPLE.get(0).hint();
  }

  @Singleton
  @Named("approval")
  SignInHint approval() {
    return PEOPLE.get(1).hint();
  }

  @Singleton
  @Named("officer")
  SignInHint officer() {
    return PEOPLE.get(2).hint();
  }

  @Singleton
  @Named("houston")
  SignInHint houston() {
    return PEOPLE.get(3).hint();
  }

  @Singleton
  @Named("central")
  SignInHint central() {
    return PEOPLE.get(4).hint();
  }

  @Singleton
  @Named("administrator")
  SignInHint administrator() {
    return PEOPLE.get(5).hint();
  }
}
