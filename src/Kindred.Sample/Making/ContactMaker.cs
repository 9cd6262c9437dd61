namespace Kindred.Sample.Making;

/// <summary>People at the companies, about 2.3 each. Three in ten core companies have no economic buyer in the CRM.</summary>
internal static class ContactMaker
{
    private const double CoreWithoutBuyer = 0.31;
    private const double OthersWithoutBuyer = 0.55;

    private static readonly Dictionary<SampleRole, (string[] Ko, string[] En)> Titles = new()
    {
        [SampleRole.EconomicBuyer] = (["CFO", "재무이사", "재무본부장", "경영지원본부장", "재무팀장"], ["CFO", "VP Finance", "Chief Financial Officer", "Finance Director", "VP, Finance & Operations"]),
        [SampleRole.User] = (["RevOps 매니저", "영업기획팀장", "세일즈 오퍼레이션 리드", "영업지원 과장"], ["RevOps Manager", "Head of Revenue Operations", "Sales Operations Lead", "Deal Desk Manager"]),
        [SampleRole.Reviewer] = (["CTO", "CISO 겸 개발팀장", "정보보안팀장", "개발본부장", "CTO/공동창업자"], ["CTO", "CISO", "Head of Security", "VP Engineering", "CTO & Co-Founder"]),
        [SampleRole.Reader] = (["인사팀장", "HR 매니저", "인사총무 차장"], ["HR Manager", "People Operations Manager", "HR Director"]),
        [SampleRole.Other] = (["대표이사", "영업본부장", "마케팅 팀장", "사업개발 이사", "대리", "총괄이사 / 영업"], ["CEO", "VP Sales", "Marketing Director", "Head of Partnerships", "Account Executive", "Founder"]),
    };

    public static SampleContact[] Make(SampleOptions options, SampleAccount[] accounts)
    {
        var random = SeededGenerator.ForTopic(options.Seed, "contacts");
        var contacts = new List<SampleContact>((int)(accounts.Length * 2.4));
        var mailboxes = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < accounts.Length; i++)
        {
            var roles = new List<SampleRole>();
            if (!random.Chance(accounts[i].Group == SampleGroup.Core ? CoreWithoutBuyer : OthersWithoutBuyer))
            {
                roles.Add(SampleRole.EconomicBuyer);
            }

            var more = random.PickWeighted([0.10, 0.30, 0.35, 0.25]);
            for (var k = 0; k < more || roles.Count == 0; k++)
            {
                roles.Add((SampleRole)(1 + random.PickWeighted([0.30, 0.20, 0.14, 0.36])));
            }

            mailboxes.Clear();
            foreach (var role in roles)
            {
                contacts.Add(Person(random, contacts.Count, i, accounts[i], role, mailboxes, options.AsOf));
            }
        }

        return [.. contacts];
    }

    public static string Title(SeededGenerator random, SampleRole role, bool korean) => random.Pick(korean ? Titles[role].Ko : Titles[role].En);

    private static SampleContact Person(SeededGenerator random, int number, int index, SampleAccount account, SampleRole role, HashSet<string> mailboxes, DateOnly asOf)
    {
        var korean = account.Country == "KR";
        var (first, last, mailbox) = NameMaker.Person(random, korean);
        for (var k = 2; !mailboxes.Add(mailbox); k++)
        {
            mailbox = mailbox.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') + (char)('0' + k);
        }

        var freeMail = random.Chance(0.02);
        var address = freeMail ? LeadMaker.Invented + mailbox + (korean ? "@naver.com" : "@gmail.com") : mailbox + "@" + account.Domain;
        var created = account.Created.AddDays(random.Between(0, Math.Max(1, (asOf.DayNumber - account.Created.DayNumber) / 2)));
        return new SampleContact(5_200_000_000L + (number * 113L), index, first, last, address, Title(random, role, korean), role, created);
    }
}
