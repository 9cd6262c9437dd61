using System.Globalization;
using System.Text;

namespace Kindred.Host.Tests.Web;

/// <summary>Scripts in every disguise, each with a number of its own, and exports that carry one in every name.</summary>
internal static class Payloads
{
    private static readonly string[] Forms =
    [
        "<script>x(#)</script>", "<SCRIPT SRC=//evil/#></SCRIPT>", "<img src=x onerror=x(#)>", "<img/src/onerror=x(#)>", "<svg onload=x(#)>", "<svg/onload=x(#)>", "<svg><script>x(#)</script></svg>", "<body onload=x(#)>", "<iframe src=javascript:x(#)>", "<iframe srcdoc=\"<script>x(#)</script>\">",
        "<a href=javascript:x(#)>a</a>", "<details open ontoggle=x(#)>", "<video><source onerror=x(#)>", "<audio src=x onerror=x(#)>", "<input autofocus onfocus=x(#)>", "<select onfocus=x(#) autofocus>", "<marquee onstart=x(#)>", "<math><mi xlink:href=javascript:x(#)>", "<object data=javascript:x(#)>", "<embed src=javascript:x(#)>",
        "<link rel=stylesheet href=//evil/#>", "<style>@import '//evil/#'</style>", "<meta http-equiv=refresh content=0;url=//evil/#>", "<base href=//evil/#/>", "<form action=//evil/#><button>", "<button formaction=javascript:x(#)>", "<isindex onmouseover=x(#)>", "<template><script>x(#)</script></template>", "<noscript><p title='</noscript><img src=x onerror=x(#)>'>", "<!--><img src=x onerror=x(#)>-->",
        "\"><script>x(#)</script>", "'><script>x(#)</script>", "\" onmouseover=x(#) \"", "' onmouseover=x(#) '", "\" autofocus onfocus=x(#) x=\"", "</title><script>x(#)</script>", "</textarea><script>x(#)</script>", "</style><script>x(#)</script>", "</script><script>x(#)</script>", "</svg><script>x(#)</script>",
        "</option></select><img src=x onerror=x(#)>", "</td></tr></table><img src=x onerror=x(#)>", "]]><script>x(#)</script>", "<<script>x(#)</script>", "<scr<script>ipt>x(#)</scr</script>ipt>", "<script\u00a0>x(#)</script>", "<script/x>x(#)</script>", "<ScRiPt>x(#)</ScRiPt>", "<img src=`x`onerror=x(#)>", "<img src='x'onerror='x(#)'>",
        "&lt;script&gt;x(#)&lt;/script&gt;<b>", "&#60;script&#62;x(#)<i>", "\\u003cscript\\u003ex(#)<u>", "%3Cscript%3Ex(#)<s>", "{{constructor.constructor('x(#)')()}}<b>", "${x(#)}<b>", "@(x(#))<b>", "<%= x(#) %>", "＜script＞x(#)<b>＜/script＞", "<a href=\"data:text/html,x(#)\">d</a>",
        "<x contenteditable onblur=x(#)>", "<div style=background:url(javascript:x(#))>", "<table background=javascript:x(#)>", "<svg><animate onbegin=x(#) attributeName=x>", "<svg><a xlink:href=javascript:x(#)><text>t</text></a></svg>", "<img srcset=x onerror=x(#)>", "<p/onpointerenter=x(#)>",
    ];

    internal static int Count => Forms.Length;

    /// <summary>The payload of a number; the field it stands in tells it from others of the same form.</summary>
    internal static string Of(int number, string field) => Forms[number % Forms.Length].Replace("#", field + number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>Companies, people, deals and leads with payloads as names, owners, titles and stages, and one as a header.</summary>
    internal static IReadOnlyList<(string Name, byte[] Bytes)> Exports()
    {
        var companies = new StringBuilder("Company ID,Company name,Domain,Industry,Number of employees,Country,Owner," + Quoted(Of(32, "head")) + "\n");
        var people = new StringBuilder("Contact ID,First name,Last name,Email,Job title,Company ID\n");
        var deals = new StringBuilder("Deal ID,Deal name,Company ID,Deal stage,Amount,Create date,Close date,Deal owner,Lost reason\n");
        var leads = new StringBuilder("Lead ID,Lead name,Company,Email,Created date,Lead source,Lead owner\n");
        var start = new DateOnly(2025, 1, 1);
        for (var i = 0; i < 300; i++)
        {
            var (id, isBig) = ((7_000_000 + i).ToString(CultureInfo.InvariantCulture), i % 3 == 0);
            companies.Append(CultureInfo.InvariantCulture, $"{id},{Quoted(Of(i, "company"))},c{i}.example,{(isBig ? "Software" : Quoted(Of(i % 4, "industry")))},{(isBig ? 80 + (i % 100) : 5 + (i % 40))},US,{Quoted(Of(i % 5, "owner"))},{Quoted(Of(i % 6, "extra"))}\n");
            people.Append(CultureInfo.InvariantCulture, $"{8_000_000 + i},{Quoted(Of(i, "first"))},{Quoted(Of(i, "last"))},p{i}@c{i}.example,{Quoted(Of(i, "title"))},{id}\n");
            if (i < 240)
            {
                var isWon = isBig ? i % 2 == 0 : i % 7 == 0;
                deals.Append(CultureInfo.InvariantCulture, $"{9_000_000 + i},{Quoted(Of(i, "deal"))},{id},{(isWon ? "Closed Won" : "Closed Lost")},{1000 + i},{start.AddDays(i):yyyy-MM-dd},{start.AddDays(i + 60):yyyy-MM-dd},{Quoted(Of(i % 5, "dealowner"))},{(isWon ? "" : Quoted(Of(i, "lost")))}\n");
            }
            else
            {
                leads.Append(CultureInfo.InvariantCulture, $"{6_000_000 + i},{Quoted(Of(i, "lead"))},{Quoted(Of(i, "company"))},p{i}@c{i}.example,2026-01-02,{Quoted(Of(i, "source"))},{Quoted(Of(i % 5, "leadowner"))}\n");
            }
        }

        return
        [
            ("companies" + Of(2, "file") + ".csv", Encoding.UTF8.GetBytes(companies.ToString())), ("contacts.csv", Encoding.UTF8.GetBytes(people.ToString())),
            ("deals" + Of(4, "file") + ".csv", Encoding.UTF8.GetBytes(deals.ToString())), ("leads.csv", Encoding.UTF8.GetBytes(leads.ToString())),
        ];
    }

    private static string Quoted(string cell) => "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
