using Kindred.Sample.Writing;

namespace Kindred.Sample;

/// <summary>The invented company's documents as PDF, five in Korean and the same in English, with a list that says what each page is about.</summary>
public static class SampleDocuments
{
    /// <summary>The list beside the files: file, title, type, tags.</summary>
    public const string ListName = "documents.csv";

    private static readonly Dictionary<string, (string Type, (string Ko, string En)[] Lines)> Subjects = new(StringComparer.Ordinal)
    {
        ["intro"] = ("intro", [("견적부터 계약까지 한 곳에서", "From quote to contract in one place"), ("승인을 기다리는 시간을 줄여요", "Less waiting for approvals"), ("지금 쓰는 CRM과 이어져요", "Works with the CRM you have")]),
        ["product"] = ("intro", [("견적을 만들고 보내고 서명받아요", "Make, send and sign a quote"), ("할인은 정한 사람만 승인해요", "Discounts are approved by whom you name"), ("바뀐 조항은 색으로 보여요", "Changed clauses are shown in colour")]),
        ["security"] = ("security", [("SOC 2와 ISO 27001 (지어낸 내용)", "SOC 2 and ISO 27001 (invented)"), ("SSO와 SCIM을 써요", "SSO and SCIM"), ("데이터는 서울과 버지니아에 있어요", "Data stays in Seoul and Virginia")]),
        ["pricing"] = ("pricing", [("사람 수로 내요", "Priced by seat"), ("1년 계약은 15% 낮아요", "15 % less by the year"), ("첫 달은 언제든 그만둘 수 있어요", "Leave at any time in the first month")]),
        ["cases"] = ("case", [("계약까지 걸린 날이 21일에서 9일로", "Days to contract: 21 to 9"), ("견적 오류가 한 달 14건에서 2건으로", "Quote errors a month: 14 to 2"), ("모두 지어낸 고객이에요", "All of these customers are invented")]),
        ["roi"] = ("roi", [("영업 한 사람이 한 달에 11시간을 아껴요", "A rep saves 11 hours a month"), ("여덟 달이면 본전이에요", "Pays back in eight months"), ("숫자는 예시예요", "The figures are examples")]),
    };

    /// <summary>Writes the files and the list into a folder, which is made when missing.</summary>
    /// <returns>Names of the files.</returns>
    public static IReadOnlyList<string> Write(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        Directory.CreateDirectory(folder);
        var names = new List<string>();
        using var list = new CsvOut(folder, ListName);
        list.Row("file", "title", "type", "tags");
        foreach (var document in SampleDocument.All)
        {
            var name = (document.Korean ? "ko-" : "en-") + document.Key + ".pdf";
            var (width, height) = document.Key is "pricing" or "roi" ? (595, 842) : (960, 540);
            SlideDeck.Write(Path.Combine(folder, name), width, height, [.. Enumerable.Range(1, document.Pages).Select(page => Page(document, page))]);
            list.Row(name, document.Title, Subjects[document.Key].Type, string.Join(';', Enumerable.Range(1, document.Pages).Select(document.PageTag)));
            names.Add(name);
        }

        return names;
    }

    private static (string Title, IReadOnlyList<string> Lines) Page(SampleDocument document, int page)
    {
        var tag = document.PageTag(page);
        var lines = Subjects[tag].Lines;
        var about = lines[(page - 1) % lines.Length];
        return page == 1
            ? (document.Title, [document.Korean ? lines[0].Ko : lines[0].En])
            : (document.Korean ? about.Ko : about.En, [.. lines.Select(line => document.Korean ? line.Ko : line.En).Where(line => line != (document.Korean ? about.Ko : about.En))]);
    }
}
