namespace Kindred.Sample.Making;

/// <summary>Products seen at companies. The sales tool was seen before the first deal; the five that adopted HubSpot after leaving have a later, second line.</summary>
internal static class TechnologyMaker
{
    private static readonly (string Product, string Vendor, string Category, string Role, double Share)[] Others =
    [
        ("Slack", "Salesforce", "Chat", "complements", 0.30), ("Okta", "Okta", "Identity", "integrates", 0.12), ("Jira", "Atlassian", "Tickets", "complements", 0.25),
        ("SAP S/4HANA", "SAP", "ERP", "integrates", 0.08), ("Notion", "Notion", "Documents", "complements", 0.20), ("Zendesk", "Zendesk", "Support", "complements", 0.15),
        ("DocuSign", "DocuSign", "E-signature", "competes", 0.10), ("PandaDoc", "PandaDoc", "Quotes", "competes", 0.06),
    ];

    public static SampleTechnology[] Make(SampleOptions options, SampleAccount[] accounts, SampleCustomer[] customers)
    {
        var random = SeededGenerator.ForTopic(options.Seed, "technologies");
        var seen = new List<SampleTechnology>(accounts.Length * 3);
        var left = customers.Where(customer => accounts[customer.Account].EmployeesNow != accounts[customer.Account].Employees)
            .ToDictionary(customer => customer.Account, customer => customer.Ended!.Value);
        for (var i = 0; i < accounts.Length; i++)
        {
            var account = accounts[i];
            var product = account.Crm == "Excel" && account.Country == "KR" ? "엑셀" : account.Crm;
            var end = product is "Excel" or "엑셀" or "None" || !random.Chance(0.3) ? (DateOnly?)null : options.AsOf.AddDays(random.Between(-200, 500));
            seen.Add(new SampleTechnology(i, product, Vendor(product), "CRM", account.HasCoreCrm ? "integrates" : "replaces", account.Created.AddDays(-random.Between(0, 200)), end, Source(random)));
            if (left.TryGetValue(i, out var ended))
            {
                seen.Add(new SampleTechnology(i, "HubSpot", "HubSpot", "CRM", "integrates", ended.AddDays(random.Between(40, 110)), null, Source(random)));
            }

            foreach (var other in Others)
            {
                if (random.Chance(other.Share))
                {
                    seen.Add(new SampleTechnology(i, other.Product, other.Vendor, other.Category, other.Role, account.Created.AddDays(random.Between(-200, 300)), null, Source(random)));
                }
            }
        }

        return [.. seen.Where(one => one.Seen <= options.AsOf)];
    }

    private static string Vendor(string product) => product switch { "Excel" or "엑셀" or "Dynamics 365" => "Microsoft", "None" => "", "SAP CRM" => "SAP", "Zoho CRM" => "Zoho", _ => product };

    private static string Source(SeededGenerator random) => random.Pick<string>(["sales call", "job posting", "website scan", "customer said"]);
}
