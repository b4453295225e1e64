using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pionir.Domain.Organization.Employees;
using Pionir.Infrastructure.Auditing;

namespace Pionir.Infrastructure.Persistence.Configurations.Organization;

internal sealed class EmployeeConfiguration : IEntityTypeConfiguration<Employee>
{
    public void Configure(EntityTypeBuilder<Employee> builder)
    {
        builder.ToTable("employees");
        builder
            .HasMany(employee => employee.Numbers)
            .WithOne()
            .HasForeignKey(number => number.EmployeeId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasMany(employee => employee.Periods)
            .WithOne()
            .HasForeignKey(period => period.EmployeeId)
            .OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(employee => employee.Numbers).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(employee => employee.Periods).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class EmployeeNumberConfiguration : IEntityTypeConfiguration<EmployeeNumber>
{
    public void Configure(EntityTypeBuilder<EmployeeNumber> builder)
    {
        builder.ToTable("employee_numbers").NotAudited();
        builder.HasKey(number => new { number.Number, number.Kind });
    }
}

internal sealed class EmployeePeriodConfiguration : IEntityTypeConfiguration<EmployeePeriod>
{
    public void Configure(EntityTypeBuilder<EmployeePeriod> builder)
    {
        builder.ToTable("employee_periods").NotAudited();
        builder.HasKey(period => new { period.EmployeeId, period.ValidFrom });
    }
}
