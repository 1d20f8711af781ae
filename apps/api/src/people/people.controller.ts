import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
} from '@nestjs/common';
import { PeopleService, type RoleTaker } from '#libs/access';
import type { Page, PersonView, RoleView } from '#libs/contracts';
import { DomainError, type Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { ChangePersonDto, CreatePersonDto, GrantRoleDto, HandOverDto, PeopleQuery } from './people.dto.js';

@Controller('api/people')
@Requires('people.manage')
export class PeopleController {
  constructor(private readonly people: PeopleService) {}

  @Get()
  @Returns('PersonView', { page: true })
  list(@By() actor: Actor, @Query() query: PeopleQuery): Promise<Page<PersonView>> {
    return this.people.list(actor, query);
  }

  @Post()
  @Returns('PersonView', { status: 201 })
  create(@By() actor: Actor, @Body() values: CreatePersonDto): Promise<PersonView> {
    return this.people.create(actor, values);
  }

  @Get(':id')
  @Returns('PersonView')
  get(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<PersonView> {
    return this.people.get(actor, id);
  }

  @Patch(':id')
  @Returns('PersonView')
  change(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() values: ChangePersonDto,
  ): Promise<PersonView> {
    return this.people.change(actor, id, values);
  }

  @Post(':id/roles')
  @Returns('RoleView', { status: 201 })
  grant(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() values: GrantRoleDto,
  ): Promise<RoleView> {
    return this.people.grantRole(actor, { ...values, to: { personId: id } });
  }
}

/** Ending and handing over roles: a practice holder may do so for its own staff, so the policy decides. */
@Controller('api/roles')
@Requires('signed-in')
export class RolesController {
  constructor(private readonly people: PeopleService) {}

  @Delete(':id')
  @HttpCode(204)
  end(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.people.endRole(actor, id);
  }

  @Post(':id/hand-over')
  @HttpCode(200)
  @Returns('RoleView')
  handOver(
    @By() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { toPersonId, to, all }: HandOverDto,
  ): Promise<RoleView> {
    return this.people.handOver(actor, id, taker(toPersonId, to), all);
  }
}

function taker(personId: string | undefined, person: { name: string; email: string } | undefined): RoleTaker {
  if (personId && !person) return { personId };
  if (person && !personId) return person;
  throw new DomainError('validation.failed', { fields: [{ field: 'to', rule: 'oneOf' }] });
}
