<?xml version="1.0" encoding="UTF-8"?>
<!--
  The request: JSON in the parameter $json, ClaimPersonPermissionsRequest out.

  One line a field: the name of the element, then the member of the JSON. A member that is not there gives no element.
  The result is checked against claim-person-permissions-1.0.2.xsd before it is sent. A saved edit takes effect within a
  second or two; one that does not compile is logged and not used.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:claim="urn:eidroutes:claim"
                xpath-default-namespace="http://www.w3.org/2005/xpath-functions"
                exclude-result-prefixes="#all"
                expand-text="no">

  <!-- No indentation: what is signed is what was asked, and blanks would be part of it. -->
  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>

  <xsl:param name="json" as="xs:string" required="yes"/>

  <xsl:variable name="namespace" select="'urn://mincomsvyaz/esia/claim_person_permissions/1.0.2'"/>

  <xsl:template name="xsl:initial-template">
    <!-- escape: false() gives the characters that the JSON means, not its escapes. -->
    <xsl:apply-templates select="json-to-xml($json, map{'escape': false(), 'duplicates': 'reject'})/map"/>
  </xsl:template>

  <xsl:template match="/map">
    <xsl:element name="ClaimPersonPermissionsRequest" namespace="{$namespace}">
      <xsl:sequence select="claim:field('RoutingCode', *[@key='routing_code'])"/>
      <xsl:apply-templates select="*[@key='person_data']"/>
      <xsl:sequence select="claim:field('orgOgrn', *[@key='org_ogrn'])"/>
      <xsl:element name="claimPermissions" namespace="{$namespace}">
        <xsl:apply-templates select="*[@key='claim_permissions']/map"/>
      </xsl:element>
    </xsl:element>
  </xsl:template>

  <xsl:template match="map[@key='person_data']">
    <xsl:element name="personData" namespace="{$namespace}">
      <xsl:sequence select="claim:field('personOid', *[@key='person_oid'])"/>
      <xsl:sequence select="claim:field('snils', *[@key='snils'])"/>
      <xsl:sequence select="claim:field('lastName', *[@key='last_name'])"/>
      <xsl:sequence select="claim:field('firstName', *[@key='first_name'])"/>
      <xsl:sequence select="claim:field('middleName', *[@key='middle_name'])"/>
      <xsl:for-each select="*[@key='person_document']">
        <xsl:element name="personDocument" namespace="{$namespace}">
          <xsl:sequence select="claim:field('type', *[@key='type'])"/>
          <xsl:sequence select="claim:field('series', *[@key='series'])"/>
          <xsl:sequence select="claim:field('number', *[@key='number'])"/>
        </xsl:element>
      </xsl:for-each>
    </xsl:element>
  </xsl:template>

  <xsl:template match="array[@key='claim_permissions']/map">
    <xsl:element name="claimPermission" namespace="{$namespace}">
      <xsl:sequence select="claim:field('sysname', *[@key='sysname'])"/>
      <xsl:for-each select="*[@key='expire']">
        <xsl:element name="expire" namespace="{$namespace}">
          <xsl:value-of select="claim:whole-number(string())"/>
        </xsl:element>
      </xsl:for-each>
      <xsl:sequence select="claim:field('responsibleObject', *[@key='responsible_object'])"/>
      <xsl:sequence select="claim:field('sessionId', *[@key='session_id'])"/>

      <!-- Scopes, sites and terms are optional: an empty list is none. -->
      <xsl:where-populated>
        <xsl:element name="scopes" namespace="{$namespace}">
          <xsl:for-each select="*[@key='scopes']/map">
            <xsl:element name="scope" namespace="{$namespace}">
              <xsl:sequence select="claim:field('sysname', *[@key='sysname'])"/>
              <xsl:sequence select="claim:field('name', *[@key='name'])"/>
              <xsl:sequence select="claim:field('description', *[@key='description'])"/>
              <xsl:sequence select="claim:field('required', *[@key='required'])"/>
            </xsl:element>
          </xsl:for-each>
        </xsl:element>
      </xsl:where-populated>

      <!-- Purposes and actions are required: an empty list is sent as such, for ESIA to judge. -->
      <xsl:for-each select="*[@key='purposes']">
        <xsl:element name="purposes" namespace="{$namespace}">
          <xsl:for-each select="map">
            <xsl:element name="purpose" namespace="{$namespace}">
              <xsl:sequence select="claim:field('sysname', *[@key='sysname'])"/>
              <xsl:sequence select="claim:field('name', *[@key='name'])"/>
            </xsl:element>
          </xsl:for-each>
        </xsl:element>
      </xsl:for-each>
      <xsl:for-each select="*[@key='actions']">
        <xsl:element name="actions" namespace="{$namespace}">
          <xsl:for-each select="map">
            <xsl:element name="action" namespace="{$namespace}">
              <xsl:sequence select="claim:field('sysname', *[@key='sysname'])"/>
              <xsl:sequence select="claim:field('name', *[@key='name'])"/>
            </xsl:element>
          </xsl:for-each>
        </xsl:element>
      </xsl:for-each>

      <xsl:where-populated>
        <xsl:element name="sites" namespace="{$namespace}">
          <xsl:for-each select="*[@key='sites']/map">
            <xsl:element name="site" namespace="{$namespace}">
              <xsl:sequence select="claim:field('url', *[@key='url'])"/>
              <xsl:sequence select="claim:field('description', *[@key='description'])"/>
              <xsl:sequence select="claim:field('require', *[@key='require'])"/>
            </xsl:element>
          </xsl:for-each>
        </xsl:element>
      </xsl:where-populated>
      <xsl:where-populated>
        <xsl:element name="terms" namespace="{$namespace}">
          <xsl:for-each select="*[@key='terms']/map">
            <xsl:element name="term" namespace="{$namespace}">
              <xsl:sequence select="claim:field('sysname', *[@key='sysname'])"/>
              <xsl:sequence select="claim:field('require', *[@key='require'])"/>
              <xsl:sequence select="claim:field('requireReason', *[@key='require_reason'])"/>
            </xsl:element>
          </xsl:for-each>
        </xsl:element>
      </xsl:where-populated>
    </xsl:element>
  </xsl:template>

  <!-- The element with the text of the member as it is; nothing where there is no such member. -->
  <xsl:function name="claim:field">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="member" as="element()?"/>
    <xsl:for-each select="$member">
      <xsl:element name="{$name}" namespace="{$namespace}">
        <xsl:value-of select="."/>
      </xsl:element>
    </xsl:for-each>
  </xsl:function>

  <!-- 2628000.0 and 2.628E6 are whole numbers in JSON, but not in an XML schema. Decimals, since a double would round. -->
  <xsl:function name="claim:whole-number" as="xs:string">
    <xsl:param name="number" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="matches($number, '^-?[0-9]+$')">
        <xsl:sequence select="$number"/>
      </xsl:when>
      <xsl:when test="number($number) eq 0">
        <xsl:sequence select="'0'"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="parts" select="tokenize($number, '[eE]')"/>
        <xsl:variable name="digits" select="xs:decimal($parts[1])"/>
        <xsl:variable name="exponent" select="xs:integer(($parts[2], '0')[1])"/>
        <xsl:variable name="power" select="xs:decimal('1' || string-join((1 to abs($exponent)) ! '0'))"/>
        <xsl:sequence select="string(xs:integer(if ($exponent ge 0) then $digits * $power else $digits div $power))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
