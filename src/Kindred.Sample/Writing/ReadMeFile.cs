using System.Globalization;

namespace Kindred.Sample.Writing;

/// <summary>Says in both languages that nothing here is real.</summary>
internal static class ReadMeFile
{
    public static void Write(SampleCompany company, string path)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"""
            가상 회사 · 모든 이름과 숫자는 지어냈어요
            =========================================
            '매듭(가상)'은 견적부터 계약까지 다루는 SaaS를 파는 지어낸 회사예요. 회사·사람 이름, 전화, 주소, 사업자등록번호, 금액은 모두 컴퓨터가
            만들었어요. 실제와 같은 이름이 있다면 우연이에요. 파일은 실제 도구에서 내려받은 모양 그대로예요. 일부러 심은 것(핵심 고객, 함정)은
            planted-truth.json에 모두 적혀 있어요.

            Invented company: every name and number is made up
            ==================================================
            Maedeup (fictional) sells a quote-to-contract SaaS. All company and personal names, addresses, registration numbers and amounts were
            made by a program; any likeness is chance. The files look as downloaded from real tools. Everything planted on purpose (the core, the
            traps) is listed in planted-truth.json.

            seed {company.Options.Seed} · story {company.Options.Story.ToString().ToLowerInvariant()} · companies {company.Accounts.Length} · as of {CsvOut.Day(company.Options.AsOf)}
            $1 = ₩{Planted.WonPerDollar:0} · ¥1 = ₩{Planted.WonPerYen:0.0}
            """);
        File.WriteAllText(path, text.ReplaceLineEndings("\n") + "\n", CsvOut.WithMark);
    }
}
