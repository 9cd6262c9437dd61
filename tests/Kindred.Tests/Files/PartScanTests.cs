using System.Text;
using Kindred.Files.Xlsx;
using Xunit;

namespace Kindred.Tests.Files;

/// <summary>The scan of a workbook's parts, byte by byte and in blocks of any size: both say the same.</summary>
public sealed class PartScanTests
{
    public static TheoryData<string, string> Parts => new()
    {
        { "<a><b x='>' y=\"/>\"/>text</a>", "None" },
        { "<?xml version=\"1.0\" encoding=\"UTF-8\"?><!-- <!DOCTYPE --><a><![CDATA[<!ENTITY <b> ]] > ]]></a>", "None" },
        { "<a><!----><!-- - -- > --></a>", "None" },
        { "<!DOCTYPE a><a/>", "Dtd" },
        { "<a><!-x--></a>", "Dtd" },
        { "<a><!x-></a>", "Dtd" },
        { "<a><![CDATB[x]]></a>", "Dtd" },
        { "<a><!--><!DOCTYPE b> --></a>", "None" },
        { "<a><!----><!DOCTYPE b></a>", "Dtd" },
        { "<a><![CDATA[]]><!DOCTYPE b></a>", "Dtd" },
        { "<?xml version=\"1.0\" encoding=\"euc-kr\"?><a/>", "NotUtf8" },
        { "<?xml version='1.0' encoding = 'us-ascii'?><a/>", "None" },
        { "<?xml version=\"1.0\"" + Spaces(235) + "?><a/>", "None" },
        { "<?xml version=\"1.0\"" + Spaces(236) + "?><a/>", "NotUtf8" },
        { Opened(200), "None" },
        { Opened(201), "TooDeep" },
        { Opened(150) + string.Concat(Enumerable.Repeat("</a>", 150)) + Opened(200), "None" },
        { Opened(199) + string.Concat(Enumerable.Repeat("<b/><c></c>", 300)), "None" },
    };

    [Theory]
    [MemberData(nameof(Parts))]
    public void Take_InBlocksOfAnySize_SaysTheSame(string part, string fault)
    {
        var bytes = Encoding.UTF8.GetBytes(part);
        foreach (var size in new[] { 1, 2, 3, 7, 64, bytes.Length })
        {
            var scan = new PartScan("xl/worksheets/sheet1.xml");
            var found = PartFault.None;
            for (var at = 0; at < bytes.Length && found == PartFault.None; at += size)
            {
                found = scan.Take(bytes.AsSpan(at, Math.Min(size, bytes.Length - at)));
            }

            Assert.True(fault == found.ToString(), $"{found} in blocks of {size}");
        }
    }

    private static string Spaces(int count) => new(' ', count);

    private static string Opened(int count) => string.Concat(Enumerable.Repeat("<a>", count));
}
