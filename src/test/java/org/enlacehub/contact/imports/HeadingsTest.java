package org.enlacehub.contact.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.enlacehub.contact.imports.DeclaredFields.DeclaredField;
import org.enlacehub.contact.imports.DeclaredFields.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What columns are taken for. */
class HeadingsTest {
  static final DeclaredFields FIELDS = () -> List.of(
      new DeclaredField("passport_expires", Type.DATE, List.of("Vence pasaporte", "vencimiento de pasaporte", "passport expiry"), List.of()),
      new DeclaredField("arrival_year", Type.YEAR, List.of("año de llegada"), List.of()),
      new DeclaredField("household", Type.NUMBER, List.of("personas en casa"), List.of()),
      new DeclaredField("returned", Type.BOOLEAN, List.of("retornado"), List.of()),
      new DeclaredField("status", Type.CHOICE, List.of("situación"), List.of("resident", "in_transit")),
      new DeclaredField("remarks", Type.TEXT, List.of("detalles"), List.of()));

  private static List<Column> columns(Map<String, String> mapping, String... headings) throws UnreadableFile {
    return Headings.recognise(List.of(headings), FIELDS, mapping).columns();
  }

  private static List<String> targets(List<Column> columns) {
    return columns.stream().map(c -> c.target().map(Column.Target::code).orElse("")).toList();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(textBlock = """
      name,                    name
      NOMBRE COMPLETO,         name
      Full Name,               name
      Nombres,                 given_name
      First name,              given_name
      primer_nombre,           given_name
      Apellidos,               family_name
      Segundo Apellido,        family_name
      LastName,                family_name
      Teléfono,                phone
      telefono,                phone
      TELEFONO 2,              phone
      Tel.,                    phone
      Celular (principal),     phone
      Móvil*,                  phone
      No. de teléfono,         phone
      teléfno,                 phone
      Cell Phone,              phone
      phone_number,            phone
      WhatsApp,                whatsapp
      Número de WhatsApp,      whatsapp
      Whatsap,                 whatsapp
      Correo electrónico,      email
      Corréo Electronico,      email
      E-mail,                  email
      Idioma,                  language
      Lengua materna,          language
      País,                    country
      PAIS DE RESIDENCIA,      country
      Estado,                  area
      Departamento,            area
      Estado/Provincia,        area
      State,                   area
      Municipio,               city
      Ciudad,                  city
      Código postal,           postal_code
      ZIP Code,                postal_code
      C.P.,                    postal_code
      Consentimiento,          consent
      Etiquetas,               tags
      Vence Pasaporte,         passport_expires
      passport_expires,        passport_expires
      Passport Expires,        passport_expires
      Vencimiento del pasaporte, passport_expires
      El pasaporte vence,      passport_expires
      AÑO DE NACIMIENTO,       birth_year
      Observaciones,           note
      Condado,                 area2
      Detalles,                remarks
      """)
  void headingsAreKnownInBothLanguagesAndInSpiteOfSlips(String heading, String field) throws Exception {
    assertEquals(field, targets(columns(Map.of(), "external_id", heading)).get(1));
  }

  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource(textBlock = """
      Estado civil,        UNKNOWN,   area
      Talla de camisa,     UNKNOWN,
      Fecha del correo,    UNKNOWN,   email
      '',                  UNNAMED,
      externalid,          DUPLICATE, external_id
      """)
  void whatIsNotKnownIsSaidWithASuggestion(String heading, Column.How how, String suggestion) throws Exception {
    var column = columns(Map.of(), "external_id", heading).get(1);
    assertEquals(how, column.how());
    assertEquals(suggestion, column.suggestion().orElse(null));
  }

  @Test void besideSurnamesNombreMeansGivenNames() throws Exception {
    assertEquals(List.of("given_name", "family_name", "phone"), targets(columns(Map.of(), "Nombre", "Apellidos", "Celular")));
    assertEquals(List.of("name", "phone"), targets(columns(Map.of(), "Nombre", "Celular")));
  }

  @Test void severalPhonesAndSurnamesAreAllRead() throws Exception {
    assertEquals(List.of("family_name", "family_name", "phone", "phone"),
        targets(columns(Map.of(), "Primer apellido", "Segundo apellido", "Teléfono 1", "Teléfono 2")));
  }

  @Test void aPersonsMappingWins() throws Exception {
    var columns = columns(Map.of("Contacto", "phone", "telefono", "ignore", "Dato 3", "passport_expires"), "Contacto", "Teléfono", "Dato 3");
    assertEquals(List.of("phone", "", "passport_expires"), targets(columns));
    assertEquals(Column.How.IGNORED, columns.get(1).how());
  }

  @ParameterizedTest(name = "{0} with {1}={2}: {3}")
  @CsvSource(textBlock = """
      'phone,name',            Nombre, phone,    unknown_mapping
      'phone,name',            name,   phonee,   unknown_mapping
      'Ana,+50255501234',      '',     '',       no_headings
      'Ana,ana@example.org',   '',     '',       no_headings
      'nombre,ciudad',         '',     '',       no_identity
      """)
  void headingsThatCannotDoAreRefused(String headings, String key, String target, String code) {
    var mapping = key.isEmpty() ? Map.<String, String>of() : Map.of(key, target);
    assertEquals(code, assertThrows(UnreadableFile.class, () -> columns(mapping, headings.split(","))).code());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"'First name,Phone number',en", "'Nombres,Celular',es", "'name,phone',es"})
  void theLanguageOfHeadingsIsSeen(String headings, String language) throws Exception {
    assertEquals(language, Headings.recognise(List.of(headings.split(",")), FIELDS, Map.of()).language());
  }
}
