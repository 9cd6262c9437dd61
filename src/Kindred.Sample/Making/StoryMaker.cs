namespace Kindred.Sample.Making;

/// <summary>The four customers whose success was told: the core customers that have been there longest. They stand in the activities as case studies, behind all other rows.</summary>
internal static class StoryMaker
{
    /// <summary>Told stories.</summary>
    public const int Stories = 4;

    /// <summary>Companies of the stories, oldest customer first.</summary>
    public static IEnumerable<SampleCustomer> Of(IEnumerable<SampleCustomer> customers, SampleAccount[] accounts) =>
        customers.Where(customer => customer.Ended is null && accounts[customer.Account].Group == SampleGroup.Core).OrderBy(customer => customer.Start).Take(Stories);

    public static IEnumerable<SampleActivity> Make(SampleOptions options, SampleAccount[] accounts, SampleContact[] contacts, SampleCustomer[] customers)
    {
        var random = SeededGenerator.ForTopic(options.Seed, "stories");
        foreach (var customer in Of(customers, accounts))
        {
            var on = options.AsOf.AddDays(-random.Between(20, 300));
            yield return new SampleActivity(Array.FindIndex(contacts, contact => contact.Account == customer.Account), on < customer.Start ? options.AsOf : on, "Case study", "Success story");
        }
    }
}
