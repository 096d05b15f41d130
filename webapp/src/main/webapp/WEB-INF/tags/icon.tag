<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ attribute name="name" required="true" description="Tabler's name, or filled/NAME" %>
${icons.svg(name)}
