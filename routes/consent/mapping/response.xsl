<?xml version="1.0" encoding="UTF-8"?>
<!--
  The answer: ClaimPersonPermissionsResponse in, JSON out:
    {"status": …, "person_oid": …, "errors": [{"code": …, "message": …}, …]}

  Names are read without their prefix and whatever the case of their first letter, since sibling services vary. Every
  error is handed on: the first one is published as error_status_info, the others are kept with the claim. An answer
  that does not say exactly one status, or more than one person, is an error here and counts as unreadable.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:claim="urn:eidroutes:claim"
                exclude-result-prefixes="#all">

  <xsl:output method="json" encoding="UTF-8" indent="no"/>

  <xsl:template match="/">
    <xsl:variable name="response" select="exactly-one(claim:named(*, 'claimPersonPermissionsResponse'))"/>
    <xsl:sequence select="map:merge((
        map{'status': normalize-space(exactly-one(claim:named($response/*, 'status')))},
        zero-or-one(claim:named($response/*, 'personOid')) ! map{'person_oid': normalize-space(.)},
        map{'errors': array{claim:named($response/*, 'errorStatusInfo') ! map{
            'code': normalize-space(zero-or-one(claim:named(*, 'code'))),
            'message': string(zero-or-one(claim:named(*, 'message')))}}}))"
        xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
  </xsl:template>

  <!-- The elements of that name, whatever their prefix and the case of their first letter. -->
  <xsl:function name="claim:named" as="element()*">
    <xsl:param name="elements" as="element()*"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="$elements[lower-case(substring(local-name(), 1, 1)) || substring(local-name(), 2) = $name]"/>
  </xsl:function>
</xsl:stylesheet>
